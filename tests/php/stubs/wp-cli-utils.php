<?php
/**
 * wp-cli's helper functions, for PHPStan only.
 */

declare( strict_types=1 );

namespace WP_CLI\Utils;

/**
 * @param 'table'|'json'|'csv'|'yaml'|'ids'|'count' $format
 * @param list<array<string, scalar|null>>          $items
 * @param list<string>|string                       $fields
 */
function format_items( string $format, array $items, $fields ): void {}

/**
 * @param array<string, mixed> $assoc_args
 * @param mixed                $default_value
 *
 * @return mixed
 */
function get_flag_value( array $assoc_args, string $flag, $default_value = null ) {
	return $assoc_args[ $flag ] ?? $default_value;
}
