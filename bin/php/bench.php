<?php
/**
 * Plugin Name: Lernwelt bench
 * Description: Tells the measuring commands what a page cost, and shows it in another theme when they ask. Copied into the bench stack only.
 * License: GPL-2.0-or-later
 *
 * @package Lernwelt
 */

declare( strict_types=1 );

if ( 'local' !== wp_get_environment_type() ) {
	return;
}

ob_start(
	static function ( string $page ): string {
		global $wpdb;
		if ( ! headers_sent() ) {
			header( sprintf( 'Server-Timing: db;desc="%d"', $wpdb->num_queries ) );
		}
		return $page;
	}
);

if ( 'twentytwentyfive' === ( $_SERVER['HTTP_X_BENCH_THEME'] ?? '' ) ) {
	add_filter( 'template', static fn (): string => 'twentytwentyfive' );
	add_filter( 'stylesheet', static fn (): string => 'twentytwentyfive' );
}
