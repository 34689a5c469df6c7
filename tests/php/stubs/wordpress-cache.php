<?php
/**
 * Functions of wp-includes/cache-compat.php that the package of stubs leaves out: there they stand behind a condition.
 *
 * @package Lernwelt
 */

/**
 * @param array<int|string> $cache_keys
 * @param string            $group
 * @param string|string[]   $salt
 * @return array<mixed>
 */
function wp_cache_get_multiple_salted( $cache_keys, $group, $salt ) {}

/**
 * @param array<mixed>    $data
 * @param string          $group
 * @param string|string[] $salt
 * @param int             $expire
 * @return bool[]
 */
function wp_cache_set_multiple_salted( $data, $group, $salt, $expire = 0 ) {}
