<?php
/**
 * Prints every script, style and module address that WordPress knows on this portal, as JSON. Run by
 * tests/e2e/assets.spec.ts through "wp eval-file".
 *
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

require_once ABSPATH . 'wp-admin/includes/admin.php';
set_current_screen( 'front' );
do_action( 'wp_enqueue_scripts' );
do_action( 'enqueue_block_assets' );
do_action( 'enqueue_block_editor_assets' );

$lernwelt_found = array();
foreach ( array( wp_scripts(), wp_styles() ) as $lernwelt_registry ) {
	foreach ( $lernwelt_registry->registered as $lernwelt_handle => $lernwelt_asset ) {
		if ( ! is_string( $lernwelt_asset->src ) || '' === $lernwelt_asset->src ) {
			continue;
		}
		$lernwelt_found[] = array(
			'handle' => (string) $lernwelt_handle,
			'url'    => str_starts_with( $lernwelt_asset->src, '/' ) ? $lernwelt_registry->base_url . $lernwelt_asset->src : $lernwelt_asset->src,
			'type'   => $lernwelt_registry instanceof WP_Styles ? 'text/css' : 'text/javascript',
		);
	}
}
echo wp_json_encode( $lernwelt_found );
