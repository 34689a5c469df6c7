<?php
/**
 * What is stored about an event besides its text.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDetails;
use Lernwelt\Core\Schemas;
use WP_Post;
use WP_REST_Request;
use WP_REST_Response;

/** Registers the details and reads them. */
final readonly class EventMeta {

	/** Rules that WordPress shall not check: SaveCheck does, in words and before anything is stored. */
	private const RULES = [ 'maxLength', 'maxItems', 'enum', 'required' ];

	/**
	 * @param string $schema File of the details' schema.
	 */
	public function __construct( private string $schema ) {}

	/** Action `init`. */
	public function register(): void {
		$schema = Schemas::read( $this->schema );
		register_post_meta(
			Event::TYPE,
			Event::META,
			[
				'type'              => 'object',
				'single'            => true,
				'description'       => $schema['description'],
				'default'           => [],
				'revisions_enabled' => true,
				'sanitize_callback' => static fn ( mixed $value ): array => EventDetails::stored( is_object( $value ) ? (array) $value : $value )->to_array(),
				'auth_callback'     => static fn ( bool $allowed, string $key, int $post, int $user ): bool => user_can( $user, 'edit_post', $post ),
				'show_in_rest'      => [
					'schema'           => self::loose( $schema ),
					'prepare_callback' => static fn ( mixed $value ): object => (object) EventDetails::stored( $value )->to_array(),
				],
			]
		);
	}

	/**
	 * Filter `rest_prepare_lernwelt_event`: what a password protects includes the details; WordPress checks it for
	 * content and summary only.
	 *
	 * @param WP_REST_Response                      $response Answer.
	 * @param WP_Post                               $post     An event.
	 * @param WP_REST_Request<array<string, mixed>> $request  Request; may carry the password.
	 */
	public function hide( WP_REST_Response $response, WP_Post $post, WP_REST_Request $request ): WP_REST_Response {
		$data = $response->get_data();
		if ( is_array( $data ) && is_array( $data['meta'] ?? null ) && '' !== $post->post_password && ! current_user_can( 'edit_post', $post->ID ) && ! hash_equals( $post->post_password, (string) $request['password'] ) ) {
			unset( $data['meta'][ Event::META ] );
			$response->set_data( $data );
		}
		return $response;
	}

	/**
	 * The details of an event.
	 *
	 * @param int $event_id Post.
	 */
	public static function details( int $event_id ): EventDetails {
		return EventDetails::stored( get_post_meta( $event_id, Event::META, true ) );
	}

	/**
	 * @param array<string, mixed> $schema Schema.
	 * @return array<string, mixed> The same with types only.
	 */
	private static function loose( array $schema ): array {
		$kept = array_diff_key( $schema, array_flip( [ ...self::RULES, '$schema', 'title', 'description' ] ) );
		if ( isset( $schema['properties'] ) ) {
			$kept['properties'] = array_map( self::loose( ... ), $schema['properties'] );
		}
		if ( isset( $schema['items'] ) ) {
			$kept['items'] = self::loose( $schema['items'] );
		}
		return $kept;
	}
}
