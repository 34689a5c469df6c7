<?php
/**
 * The main query.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme;

use WP_Query;

/**
 * Gives lists and search results the size the templates are made for.
 */
final class Queries {

	/** Results a page of the search shows. */
	public const SEARCH_RESULTS = 10;

	/** Cards a page of a list shows: full rows with two and with three columns. */
	public const LIST_CARDS = 12;

	/**
	 * Shapes the main query; called on `pre_get_posts`.
	 *
	 * @param WP_Query $query A query.
	 */
	public function shape( WP_Query $query ): void {
		if ( is_admin() || ! $query->is_main_query() || $query->is_feed() ) {
			return;
		}
		if ( $query->is_search() ) {
			$query->set( 'posts_per_page', self::SEARCH_RESULTS );
			if ( '' === trim( (string) $query->get( 's' ) ) ) {
				// Core would list everything for an empty search.
				$query->set( 'post__in', [ 0 ] );
			}
		} elseif ( $query->is_home() || $query->is_archive() ) {
			$query->set( 'posts_per_page', self::LIST_CARDS );
		}
	}
}
