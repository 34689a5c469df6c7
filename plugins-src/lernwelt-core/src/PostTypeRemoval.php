<?php
/**
 * Removing a post type.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use WP_Post;

/** For a plugin's uninstall.php, when the plugin itself isn't loaded: its posts and words go, pictures stay in the media library. */
final class PostTypeRemoval {

	/** Posts that are deleted before WordPress's caches are emptied. */
	private const BATCH = 200;

	/**
	 * Removes all posts and terms from the current portal.
	 *
	 * @param string                 $post_type  Post type.
	 * @param list<non-empty-string> $taxonomies Its own taxonomies.
	 */
	public static function run( string $post_type, array $taxonomies ): void {
		foreach ( $taxonomies as $taxonomy ) {
			// Without them WordPress would leave their relationships behind, and look at each once more when the words go.
			if ( ! taxonomy_exists( $taxonomy ) ) {
				register_taxonomy( $taxonomy, $post_type, [ 'public' => false ] );
			}
		}
		self::posts( $post_type );
		foreach ( $taxonomies as $taxonomy ) {
			self::terms( $taxonomy );
		}
	}

	private static function posts( string $post_type ): void {
		do {
			$deleted = 0;
			$ids     = get_posts(
				[
					'post_type'        => $post_type,
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

	/** @param non-empty-string $taxonomy Taxonomy. */
	private static function terms( string $taxonomy ): void {
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
