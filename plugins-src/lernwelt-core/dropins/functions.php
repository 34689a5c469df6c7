<?php
/**
 * WordPress's functions of the object cache, as wp-includes/cache.php has them; read by the drop-in when Redis answers.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

use Lernwelt\Core\Cache\ObjectCache;

// phpcs:disable Squiz.Commenting.FunctionComment, SlevomatCodingStandard.TypeHints -- WordPress's own functions, described there.

/** The cache of this request. */
function lernwelt_object_cache(): ObjectCache {
	return $GLOBALS['wp_object_cache'];
}

/** Whether WordPress takes a key. */
function lernwelt_cache_takes( mixed $key ): bool {
	if ( is_int( $key ) || ( is_string( $key ) && '' !== trim( $key ) ) ) {
		return true;
	}
	_doing_it_wrong( 'wp_cache_*', 'Cache key must be an integer or a non-empty string.', '6.1.0' );
	return false;
}

/** The name of a group. */
function lernwelt_cache_group( mixed $group ): string {
	return is_scalar( $group ) && (string) $group !== '' && '0' !== (string) $group ? (string) $group : 'default';
}

function wp_cache_init(): void {
	$GLOBALS['wp_object_cache'] = $GLOBALS['lernwelt_object_cache'];
	wp_cache_switch_to_blog( get_current_blog_id() );
}

function wp_cache_add( mixed $key, mixed $data, mixed $group = '', mixed $expire = 0 ): bool {
	return ! wp_suspend_cache_addition() && lernwelt_cache_takes( $key ) && lernwelt_object_cache()->add( $key, $data, lernwelt_cache_group( $group ), (int) $expire );
}

/**
 * @param array<int|string, mixed> $data Key → value.
 * @return array<int|string, bool>
 */
function wp_cache_add_multiple( array $data, mixed $group = '', mixed $expire = 0 ): array {
	return wp_suspend_cache_addition() ? array_fill_keys( array_keys( $data ), false ) : lernwelt_object_cache()->add_multiple( $data, lernwelt_cache_group( $group ), (int) $expire );
}

function wp_cache_replace( mixed $key, mixed $data, mixed $group = '', mixed $expire = 0 ): bool {
	return lernwelt_cache_takes( $key ) && lernwelt_object_cache()->replace( $key, $data, lernwelt_cache_group( $group ), (int) $expire );
}

function wp_cache_set( mixed $key, mixed $data, mixed $group = '', mixed $expire = 0 ): bool {
	return lernwelt_cache_takes( $key ) && lernwelt_object_cache()->set( $key, $data, lernwelt_cache_group( $group ), (int) $expire );
}

/**
 * @param array<int|string, mixed> $data Key → value.
 * @return array<int|string, bool>
 */
function wp_cache_set_multiple( array $data, mixed $group = '', mixed $expire = 0 ): array {
	return lernwelt_object_cache()->set_multiple( $data, lernwelt_cache_group( $group ), (int) $expire );
}

function wp_cache_get( mixed $key, mixed $group = '', mixed $force = false, mixed &$found = null ): mixed {
	$found = false;
	return lernwelt_cache_takes( $key ) ? lernwelt_object_cache()->get( $key, lernwelt_cache_group( $group ), (bool) $force, $found ) : false;
}

/** @return array<int|string, mixed> */
function wp_cache_get_multiple( mixed $keys, mixed $group = '', mixed $force = false ): array {
	return lernwelt_object_cache()->get_multiple( array_filter( (array) $keys, 'lernwelt_cache_takes' ), lernwelt_cache_group( $group ), (bool) $force );
}

function wp_cache_delete( mixed $key, mixed $group = '' ): bool {
	return lernwelt_cache_takes( $key ) && lernwelt_object_cache()->delete_multiple( [ $key ], lernwelt_cache_group( $group ) )[ $key ];
}

/**
 * @param array<int|string> $keys Keys.
 * @return array<int|string, bool>
 */
function wp_cache_delete_multiple( array $keys, mixed $group = '' ): array {
	return lernwelt_object_cache()->delete_multiple( array_filter( $keys, 'lernwelt_cache_takes' ), lernwelt_cache_group( $group ) );
}

function wp_cache_incr( mixed $key, mixed $offset = 1, mixed $group = '' ): int|false {
	return lernwelt_cache_takes( $key ) ? lernwelt_object_cache()->count( $key, (int) $offset, lernwelt_cache_group( $group ) ) : false;
}

function wp_cache_decr( mixed $key, mixed $offset = 1, mixed $group = '' ): int|false {
	return lernwelt_cache_takes( $key ) ? lernwelt_object_cache()->count( $key, -1 * (int) $offset, lernwelt_cache_group( $group ) ) : false;
}

function wp_cache_flush(): bool {
	return lernwelt_object_cache()->flush();
}

function wp_cache_flush_runtime(): bool {
	return lernwelt_object_cache()->flush_runtime();
}

function wp_cache_flush_group( mixed $group ): bool {
	return lernwelt_object_cache()->flush_group( lernwelt_cache_group( $group ) );
}

function wp_cache_supports( mixed $feature ): bool {
	return in_array( $feature, [ 'add_multiple', 'set_multiple', 'get_multiple', 'delete_multiple', 'flush_runtime', 'flush_group' ], true );
}

function wp_cache_close(): bool {
	lernwelt_object_cache()->close();
	return true;
}

function wp_cache_add_global_groups( mixed $groups ): void {
	lernwelt_object_cache()->add_global_groups( array_values( array_map( 'strval', (array) $groups ) ) );
}

function wp_cache_add_non_persistent_groups( mixed $groups ): void {
	lernwelt_object_cache()->add_local_groups( array_values( array_map( 'strval', (array) $groups ) ) );
}

function wp_cache_switch_to_blog( mixed $blog_id ): void {
	lernwelt_object_cache()->switch_to( is_multisite() ? (int) $blog_id : null );
}

function wp_cache_reset(): void {
	_deprecated_function( __FUNCTION__, '3.5.0', 'wp_cache_switch_to_blog()' );
}
