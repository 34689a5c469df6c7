<?php
/**
 * Removes what the plugin stored, on every portal.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) || ! defined( 'LERNWELT_CORE_API' ) ) {
	exit;
}

\Lernwelt\Core\Autoload::add( 'Lernwelt\\Dataview\\', __DIR__ . '/src' );

foreach ( get_sites( [ 'fields' => 'ids', 'number' => 0 ] ) as $lernwelt_dataview_site ) {
	switch_to_blog( (int) $lernwelt_dataview_site );
	delete_option( 'lernwelt_map' );
	// Articles and files stay; what the index knew of them goes.
	\Lernwelt\Core\Core::services()->index->clear( 'articles' );
	\Lernwelt\Core\Core::services()->index->clear( 'downloads' );
	restore_current_blog();
}

( new \Lernwelt\Dataview\Application\Map\TileCache( \Lernwelt\Dataview\Application\Map\TileCache::folder(), \Lernwelt\Core\Core::services()->clock ) )->remove();
