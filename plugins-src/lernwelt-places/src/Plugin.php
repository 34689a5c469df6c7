<?php
/**
 * Composition root.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places;

use Lernwelt\Core\Services;

/** Builds the objects and holds every hook of this plugin. */
final readonly class Plugin {
	/** Slug and text domain. */
	public const SLUG = 'lernwelt-places';

	/**
	 * @param string   $file     Main file.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {
	}

	/** Hooks everything up. */
	public function register(): void {
		add_action( 'init', static fn () => load_plugin_textdomain( self::SLUG, false, self::SLUG . '/build/languages' ), 0 );
		$this->register_content();
		$this->register_import();
		$this->register_import_screen();
	}

	/** Post type, taxonomies, blocks, data source. */
	private function register_content(): void {
	}

	/** Tables, command and schedule of the import. */
	private function register_import(): void {
	}

	/** REST routes and the screen of the import. */
	private function register_import_screen(): void {
	}
}
