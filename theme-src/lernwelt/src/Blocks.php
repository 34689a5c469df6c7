<?php
/**
 * The theme's own blocks.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme;

/**
 * Registers everything the build put into build/blocks.
 */
final class Blocks {

	/**
	 * Registers the blocks; called on `init`.
	 */
	public function register(): void {
		$build    = get_template_directory() . '/build';
		$manifest = $build . '/blocks-manifest.php';
		if ( is_readable( $manifest ) ) {
			wp_register_block_types_from_metadata_collection( $build . '/blocks', $manifest );
		}
	}
}
