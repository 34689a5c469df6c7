<?php
/**
 * Loads WordPress of the test stack as the network's main portal. Included inside a function (by PHPUnit, by a
 * worker process), so the variables that WordPress expects to be global are declared here.
 *
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

use Lernwelt\Tests\Stack;

global $wpdb, $wp, $wp_query, $wp_the_query, $wp_rewrite, $wp_roles, $wp_locale, $wp_widget_factory, $wp_embed,
	$wp_object_cache, $wp_textdomain_registry, $wp_theme_directories, $wp_plugin_paths, $wp_meta_keys, $shortcode_tags,
	$current_site, $current_blog, $blog_id, $phpmailer, $table_prefix, $PHP_SELF, $pagenow, $wp_version;

$lernwelt_stack = Stack::from_environment();

$_SERVER['HTTP_HOST']       = $lernwelt_stack->config()['network_host'];
$_SERVER['SERVER_NAME']     = explode( ':', $_SERVER['HTTP_HOST'] )[0];
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';
$_SERVER['PHP_SELF']        = '/index.php';

require $lernwelt_stack->dir . '/public/wp-load.php';
