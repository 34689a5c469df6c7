<?php
/**
 * Places as WordPress keeps them.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Content;

use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceContent;
use Lernwelt\Places\Domain\PlaceDetails;
use Lernwelt\Places\Domain\PlaceTaxonomy;
use WP_Post;

/** Reads a post as a place. */
final class StoredPlace {

	/**
	 * A place with everything, the note too: for code, not for visitors.
	 *
	 * @param WP_Post $post A post of the type.
	 * @return ?Place Null when it can't be one yet, as a draft without a title.
	 */
	public static function of( WP_Post $post ): ?Place {
		$terms = [];
		foreach ( PlaceTaxonomy::cases() as $taxonomy ) {
			$terms[ $taxonomy->value ] = array_map( strval( ... ), array_keys( Taxonomies::of( $post, $taxonomy ) ) );
		}
		return Place::stored(
			self::line( $post->post_title ),
			self::line( $post->post_excerpt ),
			PlaceContent::paragraphs( $post->post_content ) ?? [],
			$terms,
			PlaceDetails::stored( get_post_meta( $post->ID, PlaceDetails::META, true ), get_post_meta( $post->ID, PlaceDetails::NOTE_META, true ) )
		);
	}

	/**
	 * A title or excerpt as plain text of one line.
	 *
	 * @param string $html As it is stored.
	 */
	public static function line( string $html ): string {
		return trim( (string) preg_replace( '/\s+/u', ' ', html_entity_decode( wp_strip_all_tags( $html ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ) );
	}
}
