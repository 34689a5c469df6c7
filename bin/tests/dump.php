<?php
/**
 * Prints every row of a SQLite file, one JSON line each, without what changes by itself while a network runs.
 * Argument: path of the file.
 *
 * @package Lernwelt
 */

declare( strict_types=1 );

$lernwelt_db = new SQLite3( $argv[1], SQLITE3_OPEN_READONLY );
$lernwelt_db->enableExceptions( true );
$lernwelt_own = '/^(_wp_sqlite_|sqlite_)/';
// Schedules, caches, signs of life and sessions come and go with every request.
$lernwelt_passing = '/^(_transient_|_site_transient_|cron$|rewrite_rules$|recently_edited$|lw_event_dates_noted$|lw_heartbeat$|session_tokens$|wp_user_roles_cache)/';

$lernwelt_tables = $lernwelt_db->query( "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name" );
while ( is_array( $lernwelt_table = $lernwelt_tables->fetchArray( SQLITE3_ASSOC ) ) ) {
	if ( 1 === preg_match( $lernwelt_own, $lernwelt_table['name'] ) ) {
		continue;
	}
	$lernwelt_lines = array();
	$lernwelt_rows  = $lernwelt_db->query( 'SELECT * FROM "' . $lernwelt_table['name'] . '"' );
	while ( is_array( $lernwelt_row = $lernwelt_rows->fetchArray( SQLITE3_ASSOC ) ) ) {
		$lernwelt_key = (string) ( $lernwelt_row['option_name'] ?? $lernwelt_row['meta_key'] ?? '' );
		if ( 1 !== preg_match( $lernwelt_passing, $lernwelt_key ) ) {
			unset( $lernwelt_row['option_id'] );
			$lernwelt_lines[] = $lernwelt_table['name'] . ' ' . json_encode( $lernwelt_row, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE );
		}
	}
	sort( $lernwelt_lines );
	echo implode( "\n", $lernwelt_lines ), "\n";
}
