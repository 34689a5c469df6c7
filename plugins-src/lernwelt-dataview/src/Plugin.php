<?php
/**
 * Composition root.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview;

use Lernwelt\Core\Services;

/** Builds the objects and holds every hook of this plugin. */
final readonly class Plugin {
	/** Slug and text domain. */
	public const SLUG = 'lernwelt-dataview';

	/**
	 * @param string   $file     Main file.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {
	}

	/** Hooks everything up. */
	public function register(): void {
		add_action( 'init', static fn () => load_plugin_textdomain( self::SLUG, false, self::SLUG . '/build/languages' ), 0 );
		$this->register_sources();
		$this->register_block();
		$this->register_map();
	}

	/** Articles and downloads of every portal. */
	private function register_sources(): void {
	}

	/** The block and what its editor asks over REST. */
	private function register_block(): void {
	}

	/** Points, map setting and tile proxy. */
	private function register_map(): void {
	}
}
