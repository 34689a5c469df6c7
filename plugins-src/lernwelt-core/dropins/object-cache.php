<?php
/**
 * Object cache in Redis; WordPress loads this file from wp-content before anything else of ours. It defines nothing of
 * WordPress's unless Redis answers: then WordPress takes its own cache, which lasts for one request, and transients
 * go to the database (docs/decisions/0038).
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

use Lernwelt\Core\Cache\CacheState;
use Lernwelt\Core\Cache\Codec;
use Lernwelt\Core\Cache\DownMark;
use Lernwelt\Core\Cache\ObjectCache;
use Lernwelt\Core\Cache\Prefetch;
use Lernwelt\Core\Cache\RedisStore;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

( static function (): void {
	$folder = WP_CONTENT_DIR . '/mu-plugins/lernwelt-core/src/Cache';
	// While a release is being put in place.
	if ( ! is_file( "$folder/ObjectCache.php" ) ) {
		return;
	}
	foreach ( [ 'CacheState', 'Codec', 'DownMark', 'StoreFailed', 'RedisStore', 'Prefetch', 'Invalidation', 'ObjectCache' ] as $name ) {
		require_once "$folder/$name.php";
	}
	$setting = static fn ( string $name, string $otherwise ): string => defined( "LERNWELT_REDIS_$name" ) ? (string) constant( "LERNWELT_REDIS_$name" ) : $otherwise;
	$server  = $setting( 'SOCKET', $setting( 'HOST', '' ) );
	if ( '' === $server ) {
		return;
	}
	// Two networks may share a server: nobody reads or empties the other's.
	$prefix = 'lw' . substr( hash( 'sha256', DB_NAME . '|' . DB_HOST . '|' . $GLOBALS['table_prefix'] . '|' . AUTH_KEY ), 0, 12 );
	$mark   = new DownMark( ( defined( 'WP_TEMP_DIR' ) ? (string) WP_TEMP_DIR : sys_get_temp_dir() ) . "/$prefix.redis-down" );
	$store  = new RedisStore( $server, (int) $setting( 'PORT', '6379' ), $setting( 'PASSWORD', '' ), (int) $setting( 'DATABASE', '0' ), $prefix, new Codec(), $mark );
	CacheState::watch( $store );
	if ( ! $store->connect() ) {
		return;
	}
	// phpcs:disable WordPress.Security.ValidatedSanitizedInput -- compared and hashed, nothing else.
	// Pages only: commands and background work ask for something else each time.
	$is_page = 'GET' === ( $_SERVER['REQUEST_METHOD'] ?? '' ) && defined( 'WP_USE_THEMES' );
	$known   = [] !== preg_grep( '/^wordpress_logged_in_/', array_keys( $_COOKIE ) );
	$path    = (string) ( $_SERVER['REQUEST_URI'] ?? '' );
	$kind    = $is_page ? ( $known ? 'person:' : 'guest:' ) . hash( 'xxh128', ( $_SERVER['HTTP_HOST'] ?? '' ) . ' ' . ( str_contains( $path, '?' ) ? '?' : $path ) ) : '';
	// phpcs:enable
	$GLOBALS['lernwelt_object_cache'] = new ObjectCache( $store, new Prefetch( $store, $kind ) );
	require_once dirname( $folder, 2 ) . '/dropins/functions.php';
	// WordPress would read its own cache a second time if it heard of an outage before its network is there.
	add_action(
		'muplugins_loaded',
		static function () use ( $store ): void {
			if ( ! $store->is_up() ) {
				wp_using_ext_object_cache( false );
			}
		},
		PHP_INT_MIN
	);
} )();
