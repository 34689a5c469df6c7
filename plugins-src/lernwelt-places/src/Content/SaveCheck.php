<?php
/**
 * Checks places before they are saved.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Content;

use Lernwelt\Core\Rest\Problems;
use Lernwelt\Places\Domain\FieldRules;
use Lernwelt\Places\Domain\InvalidPlace;
use Lernwelt\Places\Domain\PlaceDetails;
use Lernwelt\Places\Domain\PlaceField;
use Lernwelt\Places\Domain\PlaceProblem;
use stdClass;
use WP_Error;
use WP_REST_Request;

/** Refuses what the block editor sends before any of it is stored, so that nothing is half saved and nothing is lost. */
final readonly class SaveCheck {

	/**
	 * Filter `rest_pre_insert_lernwelt_place`.
	 *
	 * @param stdClass|WP_Error                     $post    What WordPress is about to store.
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	public function check( stdClass|WP_Error $post, WP_REST_Request $request ): stdClass|WP_Error {
		// An autosave is a safety net: it takes even what can't be published yet.
		if ( $post instanceof WP_Error || str_ends_with( $request->get_route(), '/autosaves' ) ) {
			return $post;
		}
		if ( is_array( $request['meta'] ) && isset( $request['meta'][ PlaceDetails::NOTE_META ] ) && ! current_user_can( PlaceCapabilities::EDIT_OTHERS ) ) {
			return Problems::error( Problems::FORBIDDEN );
		}
		$problems = [ ...self::of_post( $post ), ...self::of_meta( $request['meta'] ) ];
		if ( [] === $problems ) {
			return $post;
		}
		$sentences = array_map( ProblemWords::sentence( ... ), array_keys( $problems ), $problems );
		return new WP_Error(
			'lernwelt_invalid',
			__( 'Nothing was saved yet.', 'lernwelt-places' ) . ' ' . implode( ' ', $sentences ),
			[
				'status' => 422,
				'fields' => array_map( static fn ( PlaceProblem $problem ): string => $problem->value, $problems ),
			]
		);
	}

	/**
	 * @param stdClass $post Post about to be stored; fields that don't change are missing.
	 * @return array<string, PlaceProblem>
	 */
	private static function of_post( stdClass $post ): array {
		$stored    = isset( $post->ID ) ? get_post( (int) $post->ID ) : null;
		// WordPress leaves out what doesn't change.
		$status    = (string) ( $post->post_status ?? $stored->post_status ?? 'draft' );
		$published = in_array( $status, [ 'publish', 'future', 'private' ], true );
		$title     = (string) ( $post->post_title ?? $stored->post_title ?? '' );
		$problems  = [
			// A draft may wait for its name.
			'title'   => $published || '' !== trim( $title ) ? FieldRules::problem( PlaceField::Title, self::plain( $title ) ) : null,
			'summary' => FieldRules::problem( PlaceField::Summary, self::plain( (string) ( $post->post_excerpt ?? '' ) ) ),
		];
		return array_filter( $problems, static fn ( ?PlaceProblem $problem ): bool => null !== $problem );
	}

	/**
	 * @param mixed $meta Meta values of the request.
	 * @return array<string, PlaceProblem>
	 */
	private static function of_meta( mixed $meta ): array {
		$meta    = is_array( $meta ) ? $meta : [];
		$details = $meta[ PlaceDetails::META ] ?? [];
		$note    = $meta[ PlaceDetails::NOTE_META ] ?? '';
		if ( ! is_array( $details ) && ! is_object( $details ) ) {
			return [ 'details' => PlaceProblem::Type ];
		}
		if ( ! is_string( $note ) ) {
			return [ 'note' => PlaceProblem::Type ];
		}
		try {
			PlaceDetails::from_array( (array) $details, $note );
		} catch ( InvalidPlace $refused ) {
			return $refused->problems;
		}
		return [];
	}

	/**
	 * Titles and excerpts come with their quotes escaped and may hold tags.
	 *
	 * @param string $html Text about to be stored.
	 */
	private static function plain( string $html ): string {
		return trim( html_entity_decode( wp_strip_all_tags( $html, true ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
	}
}
