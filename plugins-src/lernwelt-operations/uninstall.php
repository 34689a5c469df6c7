<?php
/**
 * Runs when the plugin is deleted: takes away what checks, metrics and reports of tools kept.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) || ! defined( 'LERNWELT_CORE_API' ) ) {
	exit;
}

\Lernwelt\Core\Autoload::add( 'Lernwelt\\Operations\\', __DIR__ . '/src' );

foreach ( get_sites( [ 'fields' => 'ids', 'number' => 0 ] ) as $lernwelt_operations_site ) {
	switch_to_blog( (int) $lernwelt_operations_site );
	delete_option( \Lernwelt\Operations\Application\Heartbeats::OPTION );
	\Lernwelt\Core\Core::services()->migrations->uninstall( 'lernwelt-operations', [] );
	restore_current_blog();
}
foreach ( [ ...\Lernwelt\Operations\Application\Notes::options(), \Lernwelt\Operations\Health\FilesCheck::OPTION ] as $lernwelt_operations_option ) {
	delete_site_option( $lernwelt_operations_option );
}
\Lernwelt\Core\Core::services()->migrations->uninstall_network( 'lernwelt-operations', [ 'lw_operations_counters' ] );
