<?php
/**
 * Leaves nothing behind.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Content;

use FilesystemIterator;
use Lernwelt\Core\Services;
use Lernwelt\Places\Application\Sources\ImportSources;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceTaxonomy;
use Lernwelt\Places\Rest\ImportSettingsController;
use Lernwelt\Places\Uploads\PrivateFolder;
use WP_Post;

/** Removes everything of this plugin from the current portal. Pictures stay: they belong to the media library. */
final class Removal {

	/** Places that are deleted before WordPress's caches are emptied. */
	private const BATCH = 200;

	private const TABLES = [ 'lw_place_runs', 'lw_place_findings', 'lw_place_changes', 'lw_place_origins', 'lw_place_notes' ];

	/**
	 * Removes it; called by uninstall.php, when the plugin itself isn't loaded.
	 *
	 * @param Services $services Core's services.
	 */
	public static function run( Services $services ): void {
		// Without them WordPress would leave their relationships behind, and look at each once more when the words go.
		self::register_words();
		self::places();
		self::words();
		self::files();
		foreach ( (array) get_option( ImportSources::LIST_OPTION, [] ) as $source ) {
			delete_option( ImportSources::OPTION . ( is_string( $source ) ? $source : '' ) );
		}
		foreach ( [ ImportSources::LIST_OPTION, ImportSettingsController::KEY, PrivateFolder::OPTION, 'rewrite_rules' ] as $option ) {
			delete_option( $option );
		}
		$services->index->clear( PlacesSource::ID );
		$services->migrations->uninstall( 'lernwelt-places', self::TABLES );
	}

	private static function places(): void {
		do {
			$deleted = 0;
			$ids     = get_posts(
				[
					'post_type'        => Place::TYPE,
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

	private static function register_words(): void {
		foreach ( PlaceTaxonomy::cases() as $taxonomy ) {
			if ( ! taxonomy_exists( $taxonomy->value ) ) {
				register_taxonomy( $taxonomy->value, Place::TYPE, [ 'public' => false ] );
			}
		}
	}

	private static function words(): void {
		foreach ( PlaceTaxonomy::cases() as $taxonomy ) {
			$terms = get_terms(
				[
					'taxonomy'   => $taxonomy->value,
					'hide_empty' => false,
					'fields'     => 'ids',
				]
			);
			foreach ( is_array( $terms ) ? $terms : [] as $id ) {
				wp_delete_term( (int) $id, $taxonomy->value );
			}
		}
	}

	/** Files that were uploaded for an import. */
	private static function files(): void {
		$folder = PrivateFolder::path();
		if ( ! is_dir( $folder ) ) {
			return;
		}
		foreach ( new FilesystemIterator( $folder, FilesystemIterator::SKIP_DOTS ) as $file ) {
			if ( $file instanceof \SplFileInfo && $file->isFile() ) {
				wp_delete_file( $file->getPathname() );
			}
		}
		if ( [] === array_diff( (array) scandir( $folder ), [ '.', '..' ] ) ) {
			rmdir( $folder );
		}
	}
}
