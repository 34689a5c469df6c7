<?php
/**
 * Composition root.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations;

use Lernwelt\Core\Capability;
use Lernwelt\Core\Services;

/** Builds the objects and holds every hook of this plugin. */
final readonly class Plugin {
	/** Slug and text domain. */
	private const SLUG = 'lernwelt-operations';

	/** Edit what this plugin keeps. */
	private const EDIT = 'lernwelt_edit_operations';

	/**
	 * @param Services $services Shared services.
	 */
	public function __construct( private Services $services ) {
	}

	/** Hooks everything up. */
	public function register(): void {
		$this->services->capabilities->register( new Capability( self::EDIT, static fn (): string => __( 'Edit records', 'lernwelt-operations' ), [ 'administrator', 'editor' ] ) );
		add_action( 'init', static fn () => load_plugin_textdomain( self::SLUG, false, self::SLUG . '/build/languages' ), 0 );
	}
}
