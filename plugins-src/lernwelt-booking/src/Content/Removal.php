<?php
/**
 * Leaves nothing behind.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Event;
use Lernwelt\Core\Services;
use WP_Post;

/** Removes everything of this plugin from the current portal. Pictures stay: they belong to the media library. */
final class Removal {

	/** Events that are deleted before WordPress's caches are emptied. */
	private const BATCH = 200;

	/** Tables of a portal, without its prefix. */
	public const TABLES = [ 'lw_event_dates', 'lw_bookings' ];

	/** Options of this plugin, and what WordPress made of the post type's address. */
	private const OPTIONS = [ 'lw_event_dates_noted', 'rewrite_rules' ];

	/**
	 * Removes it; called by uninstall.php, when the plugin itself isn't loaded.
	 *
	 * @param Services $services Core's services.
	 */
	public static function run( Services $services ): void {
		// Without them WordPress would leave their relationships behind.
		foreach ( [ EventTaxonomies::AUDIENCE, EventTaxonomies::SUBJECT ] as $taxonomy ) {
			if ( ! taxonomy_exists( $taxonomy ) ) {
				register_taxonomy( $taxonomy, Event::TYPE, [ 'public' => false ] );
			}
		}
		self::events();
		self::words();
		array_map( delete_option( ... ), self::OPTIONS );
		$services->index->clear( EventDatesSource::ID );
		$services->migrations->uninstall( 'lernwelt-booking', self::TABLES );
	}

	private static function events(): void {
		do {
			$deleted = 0;
			$ids     = get_posts(
				[
					'post_type'        => Event::TYPE,
					'post_status'      => [ 'publish', 'private', 'future', 'draft', 'pending', 'auto-draft', 'trash' ],
					'fields'           => 'ids',
					'posts_per_page'   => self::BATCH,
					'suppress_filters' => true,
				]
			);
			foreach ( $ids as $id ) {
				$deleted += wp_delete_post( (int) $id, true ) instanceof WP_Post ? 1 : 0;
			}
			wp_cache_flush_runtime();
			// Another plugin may forbid to delete one.
		} while ( 0 < $deleted );
	}

	private static function words(): void {
		foreach ( [ EventTaxonomies::AUDIENCE, EventTaxonomies::SUBJECT ] as $taxonomy ) {
			$terms = get_terms(
				[
					'taxonomy'   => $taxonomy,
					'hide_empty' => false,
					'fields'     => 'ids',
				]
			);
			foreach ( is_array( $terms ) ? $terms : [] as $id ) {
				wp_delete_term( (int) $id, $taxonomy );
			}
		}
	}
}
