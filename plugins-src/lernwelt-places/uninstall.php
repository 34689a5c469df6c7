<?php
/**
 * Removes what the plugin stored, on every portal: places, their words, tables, settings, uploaded files.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) || ! defined( 'LERNWELT_CORE_API' ) ) {
	exit;
}

\Lernwelt\Core\Autoload::add( 'Lernwelt\\Places\\', __DIR__ . '/src' );

foreach ( get_sites( [ 'fields' => 'ids', 'number' => 0 ] ) as $lernwelt_places_site ) {
	switch_to_blog( (int) $lernwelt_places_site );
	\Lernwelt\Places\Content\Removal::run( \Lernwelt\Core\Core::services() );
	restore_current_blog();
}
