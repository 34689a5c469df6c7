<?php
/**
 * Starts the theme.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

use Lernwelt\Core\Autoload;
use Lernwelt\Core\Core;
use Lernwelt\Theme\Theme;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

if ( ! defined( 'LERNWELT_CORE_API' ) || LERNWELT_CORE_API < 1 ) {
	wp_die( 'The theme Lernwelt needs the must-use plugin lernwelt-core. Run bin/build, which copies it into place.' );
}

Autoload::add( 'Lernwelt\\Theme\\', __DIR__ . '/src' );

/**
 * The theme's objects, for the templates.
 */
function lernwelt_theme(): Theme {
	static $theme = null;
	return $theme ??= new Theme( Core::services()->portals );
}

lernwelt_theme()->register();
