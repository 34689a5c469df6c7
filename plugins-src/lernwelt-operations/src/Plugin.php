<?php
/**
 * Composition root.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations;

use Lernwelt\Core\Services;

/** Loads the translation and hands over to one class of hooks per area. */
final readonly class Plugin {

	/** Slug and text domain. */
	private const SLUG = 'lernwelt-operations';

	/**
	 * @param Services $services Shared services.
	 */
	public function __construct( private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		add_action( 'init', static fn () => load_plugin_textdomain( self::SLUG, false, self::SLUG . '/build/languages' ), 0 );

		( new HealthHooks( $this->services ) )->register();
		( new PageCacheHooks( $this->services ) )->register();
	}
}
