<?php
/**
 * Words of a taxonomy.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use WP_Term;

/** Filters of a data view ask for the same words several times a page: they are kept until a term of the portal changes. */
final class TermNames {

	private const CACHE = 'lernwelt-terms';

	/**
	 * All words of a taxonomy, in the order in which they were made: districts by name, schools by age.
	 *
	 * @param string $taxonomy Taxonomy.
	 * @return array<string, string> Slug → name.
	 */
	public static function all( string $taxonomy ): array {
		$state = wp_cache_get_last_changed( 'terms' );
		/** @var array{state: string, names: array<string, string>}|false $known */
		$known = wp_cache_get( $taxonomy, self::CACHE );
		if ( is_array( $known ) && $state === $known['state'] ) {
			return $known['names'];
		}
		$terms = get_terms(
			[
				'taxonomy'   => $taxonomy,
				'hide_empty' => false,
				'orderby'    => 'term_id',
			]
		);
		if ( ! is_array( $terms ) ) {
			return [];
		}
		$names = array_column( array_filter( $terms, static fn ( mixed $term ): bool => $term instanceof WP_Term ), 'name', 'slug' );
		wp_cache_set(
			$taxonomy,
			[
				'state' => $state,
				'names' => $names,
			],
			self::CACHE,
			DAY_IN_SECONDS
		);
		return $names;
	}
}
