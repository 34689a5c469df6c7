<?php
/**
 * Nothing to remove: this plugin stores neither options nor tables.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}
