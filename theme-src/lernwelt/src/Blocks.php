<?php
/**
 * The theme's own blocks.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme;

use Lernwelt\Core\Blocks\OnDemand;

/**
 * Registers everything the build put into build/blocks.
 */
final class Blocks {

	/**
	 * Registers the blocks; called on `init`.
	 */
	public function register(): void {
		OnDemand::current()->add_folder( get_template_directory() . '/build/blocks' );
	}
}
