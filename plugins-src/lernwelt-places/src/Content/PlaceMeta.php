<?php
/**
 * What is stored about a place besides its text.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Content;

use Lernwelt\Core\Schemas;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceDetails;
use WP_Post;
use WP_REST_Request;
use WP_REST_Response;

/** Registers the two meta values and reads them. */
final readonly class PlaceMeta {

	/**
	 * @param string $schema File of the details' schema.
	 */
	public function __construct( private string $schema ) {}

	/** Action `init`. */
	public function register(): void {
		$schema = Schemas::read( $this->schema );
		// What is wrong is said by SaveCheck, in words and before anything is stored; WordPress would look only afterwards.
		$loose = array_map(
			static fn ( array $field ): array => array_diff_key( $field, array_flip( [ 'maxLength', 'pattern', 'format', 'minimum', 'maximum', 'maxItems' ] ) ),
			$schema['properties']
		);
		register_post_meta(
			Place::TYPE,
			PlaceDetails::META,
			[
				'type'              => 'object',
				'single'            => true,
				'description'       => $schema['description'],
				'default'           => [],
				'revisions_enabled' => true,
				'sanitize_callback' => static fn ( mixed $value ): array => PlaceDetails::stored( is_object( $value ) ? (array) $value : $value )->to_array(),
				'auth_callback'     => self::may_edit( ... ),
				'show_in_rest'      => [
					'schema'           => [
						'type'                 => 'object',
						'properties'           => $loose,
						'additionalProperties' => false,
					],
					'prepare_callback' => static fn ( mixed $value ): object => (object) PlaceDetails::stored( $value )->to_array(),
				],
			]
		);
		register_post_meta(
			Place::TYPE,
			PlaceDetails::NOTE_META,
			[
				'type'              => 'string',
				'single'            => true,
				'description'       => 'For editors only.',
				'default'           => '',
				'sanitize_callback' => static fn ( mixed $value ): string => PlaceDetails::stored( [], $value )->note,
				'auth_callback'     => static fn ( bool $allowed, string $key, int $post, int $user ): bool => user_can( $user, PlaceCapabilities::EDIT_OTHERS ) && user_can( $user, 'edit_post', $post ),
				'show_in_rest'      => [ 'schema' => [ 'context' => [ 'edit' ] ] ],
			]
		);
	}

	/**
	 * Filter `rest_prepare_lernwelt_place`: the note is for those who look after all places, even where WordPress would show
	 * it, and what a password protects includes the details.
	 *
	 * @param WP_REST_Response                      $response Answer.
	 * @param WP_Post                               $post     A place.
	 * @param WP_REST_Request<array<string, mixed>> $request  Request; may carry the password.
	 */
	public function hide( WP_REST_Response $response, WP_Post $post, WP_REST_Request $request ): WP_REST_Response {
		$data = $response->get_data();
		if ( ! is_array( $data ) || ! is_array( $data['meta'] ?? null ) ) {
			return $response;
		}
		if ( ! current_user_can( PlaceCapabilities::EDIT_OTHERS ) ) {
			unset( $data['meta'][ PlaceDetails::NOTE_META ] );
		}
		// WordPress checks the password for content and summary only.
		if ( '' !== $post->post_password && ! current_user_can( 'edit_post', $post->ID ) && ! hash_equals( $post->post_password, (string) $request['password'] ) ) {
			unset( $data['meta'][ PlaceDetails::META ] );
		}
		$response->set_data( $data );
		return $response;
	}

	/**
	 * The details of a place, without the note.
	 *
	 * @param WP_Post $post A place.
	 */
	public static function details( WP_Post $post ): PlaceDetails {
		return PlaceDetails::stored( get_post_meta( $post->ID, PlaceDetails::META, true ) );
	}

	private static function may_edit( bool $allowed, string $key, int $post, int $user ): bool {
		return user_can( $user, 'edit_post', $post );
	}
}
