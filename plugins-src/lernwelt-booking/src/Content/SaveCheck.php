<?php
/**
 * Checks events before they are saved.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDetails;
use Lernwelt\Booking\Domain\InvalidInput;
use stdClass;
use WP_Error;
use WP_REST_Request;

/** Refuses what the block editor sends before any of it is stored, so that nothing is half saved and nothing is lost. */
final readonly class SaveCheck {

	/** Longest title and summary, in characters: they stand in subjects of mails and on cards. */
	private const TITLE = 150;

	private const SUMMARY = 400;

	/**
	 * Filter `rest_pre_insert_lernwelt_event`.
	 *
	 * @param stdClass|WP_Error                     $post    What WordPress is about to store.
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	public function check( stdClass|WP_Error $post, WP_REST_Request $request ): stdClass|WP_Error {
		// An autosave is a safety net: it takes even what can't be published yet.
		if ( $post instanceof WP_Error || str_ends_with( $request->get_route(), '/autosaves' ) ) {
			return $post;
		}
		$errors = [ ...self::of_post( $post ), ...self::of_meta( $request['meta'] ) ];
		if ( [] === $errors ) {
			return $post;
		}
		return new WP_Error(
			'lernwelt_invalid',
			__( 'Nothing was saved yet.', 'lernwelt-booking' ) . ' ' . implode( ' ', array_map( EventWords::of_event( ... ), array_keys( $errors ), $errors ) ),
			[
				'status' => 422,
				'fields' => $errors,
			]
		);
	}

	/**
	 * @param stdClass $post Post about to be stored; fields that don't change are missing.
	 * @return array<string, string>
	 */
	private static function of_post( stdClass $post ): array {
		$stored    = isset( $post->ID ) ? get_post( (int) $post->ID ) : null;
		$published = in_array( (string) ( $post->post_status ?? $stored->post_status ?? 'draft' ), [ 'publish', 'future', 'private' ], true );
		$title     = self::plain( (string) ( $post->post_title ?? $stored->post_title ?? '' ) );
		$errors    = [
			// A draft may wait for its name.
			'title'   => '' === $title ? ( $published ? 'required' : null ) : ( mb_strlen( $title ) > self::TITLE ? 'too_long' : null ),
			'summary' => mb_strlen( self::plain( (string) ( $post->post_excerpt ?? '' ) ) ) > self::SUMMARY ? 'too_long' : null,
		];
		return array_filter( $errors, is_string( ... ) );
	}

	/**
	 * @param mixed $meta Meta values of the request.
	 * @return array<string, string>
	 */
	private static function of_meta( mixed $meta ): array {
		$details = is_array( $meta ) ? ( $meta[ Event::META ] ?? [] ) : [];
		if ( ! is_array( $details ) && ! is_object( $details ) ) {
			return [ 'details' => 'type' ];
		}
		try {
			EventDetails::from_array( (array) $details );
		} catch ( InvalidInput $refused ) {
			return $refused->errors;
		}
		return [];
	}

	/** Titles and excerpts come with their quotes escaped and may hold tags. */
	private static function plain( string $html ): string {
		return trim( html_entity_decode( wp_strip_all_tags( wp_unslash( $html ), true ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
	}
}
