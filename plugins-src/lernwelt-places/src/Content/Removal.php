<?php
/**
 * Leaves nothing behind.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Content;

use FilesystemIterator;
use Lernwelt\Core\PostTypeRemoval;
use Lernwelt\Core\Services;
use Lernwelt\Places\Application\Sources\ImportSources;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceTaxonomy;
use Lernwelt\Places\Rest\ImportSettingsController;
use Lernwelt\Places\Uploads\PrivateFolder;

/** Removes everything of this plugin from the current portal. Pictures stay: they belong to the media library. */
final class Removal {

	private const TABLES = [ 'lw_place_runs', 'lw_place_findings', 'lw_place_changes', 'lw_place_origins', 'lw_place_notes' ];

	/**
	 * Removes it; called by uninstall.php, when the plugin itself isn't loaded.
	 *
	 * @param Services $services Core's services.
	 */
	public static function run( Services $services ): void {
		PostTypeRemoval::run( Place::TYPE, array_column( PlaceTaxonomy::cases(), 'value' ) );
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
