<?php
/**
 * Plugin Name: Lernwelt Booking
 * Description: Events with dates that people book after logging in, their lists, mails and numbers.
 * Version: 0.1.0
 * Requires at least: 7.1
 * Requires PHP: 8.2
 * Author: Lernwelt LSA
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain: lernwelt-booking
 * Domain Path: /build/languages
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

if ( ! defined( 'LERNWELT_CORE_API' ) || LERNWELT_CORE_API < 1 ) {
	add_action(
		'all_admin_notices',
		static function (): void {
			wp_admin_notice( esc_html__( 'Lernwelt Booking needs the must-use plugin lernwelt-core and does nothing without it.', 'lernwelt-booking' ), [ 'type' => 'error' ] );
		}
	);
	return;
}

\Lernwelt\Core\Autoload::add( 'Lernwelt\\Booking\\', __DIR__ . '/src' );

( new \Lernwelt\Booking\Plugin( __FILE__, \Lernwelt\Core\Core::services() ) )->register();
