<?php
/**
 * Runs when the plugin is deleted. It keeps nothing yet, so there is nothing to remove.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}
