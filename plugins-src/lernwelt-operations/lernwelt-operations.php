<?php
/**
 * Plugin Name: Lernwelt Operations
 * Description: Tells those who run the portals how they are, keeps copies of pages fresh, and checks the code against its release.
 * Version: 0.1.0
 * Requires at least: 7.1
 * Requires PHP: 8.2
 * Author: Lernwelt LSA
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain: lernwelt-operations
 * Domain Path: /build/languages
 * Network: true
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

if ( ! defined( 'LERNWELT_CORE_API' ) || LERNWELT_CORE_API < 1 ) {
	add_action(
		'all_admin_notices',
		static function (): void {
			wp_admin_notice( esc_html__( 'Lernwelt Operations needs the must-use plugin lernwelt-core and does nothing without it.', 'lernwelt-operations' ), [ 'type' => 'error' ] );
		}
	);
	return;
}

\Lernwelt\Core\Autoload::add( 'Lernwelt\\Operations\\', __DIR__ . '/src' );

( new \Lernwelt\Operations\Plugin( \Lernwelt\Core\Core::services() ) )->register();
