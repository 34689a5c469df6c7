<?php
/**
 * Terms as values of a field.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Sources;

use WP_Post;
use WP_Term;

/** Slugs are the values, names the words. The category WordPress gives every article says nothing and is left out. */
final class Terms {

	/**
	 * All terms of a taxonomy.
	 *
	 * @param string $taxonomy Taxonomy; nothing when it isn't registered here.
	 * @return array<string, string> Slug → name, in the order of the names.
	 */
	public static function choices( string $taxonomy ): array {
		$terms   = get_terms( [ 'taxonomy' => $taxonomy, 'hide_empty' => false, 'update_term_meta_cache' => false ] );
		$choices = [];
		foreach ( is_array( $terms ) ? $terms : [] as $term ) {
			if ( $term instanceof WP_Term && ! self::is_default( $term ) ) {
				$choices[ $term->slug ] = $term->name;
			}
		}
		return $choices;
	}

	/**
	 * The terms of a post.
	 *
	 * @param WP_Post $post     Post; its terms are in the cache.
	 * @param string  $taxonomy Taxonomy.
	 * @return array<string, string> Slug → name.
	 */
	public static function of( WP_Post $post, string $taxonomy ): array {
		$terms = taxonomy_exists( $taxonomy ) ? get_the_terms( $post, $taxonomy ) : false;
		$words = [];
		foreach ( is_array( $terms ) ? $terms : [] as $term ) {
			if ( ! self::is_default( $term ) ) {
				$words[ $term->slug ] = $term->name;
			}
		}
		return $words;
	}

	/**
	 * Slugs as a list; PHP makes numbers of keys that look like some.
	 *
	 * @param array<string, string> $terms Slug → name.
	 * @return list<string>
	 */
	public static function values( array $terms ): array {
		return array_map( strval( ... ), array_keys( $terms ) );
	}

	private static function is_default( WP_Term $term ): bool {
		return 'category' === $term->taxonomy && (int) get_option( 'default_category' ) === $term->term_id;
	}
}
