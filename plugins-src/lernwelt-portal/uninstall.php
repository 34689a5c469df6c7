<?php
/**
 * Removes what the plugin stored, on every portal.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}

foreach ( get_sites( [ 'fields' => 'ids', 'number' => 0 ] ) as $lernwelt_portal_site ) {
	switch_to_blog( (int) $lernwelt_portal_site );
	// Logos and download categories stay: they belong to the media library, and content refers to them.
	delete_option( 'lernwelt_portal' );
	restore_current_blog();
}
