<?php
/**
 * Plugin Name: Lernwelt Places
 * Description: Learning places outside school: records, import of an external database, source for the data view.
 * Version: 0.1.0
 * Requires at least: 7.1
 * Requires PHP: 8.2
 * Author: Lernwelt LSA
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain: lernwelt-places
 * Domain Path: /build/languages
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

if ( ! defined( 'LERNWELT_CORE_API' ) || LERNWELT_CORE_API < 1 ) {
	add_action(
		'all_admin_notices',
		static function (): void {
			wp_admin_notice( esc_html__( 'Lernwelt Places needs the must-use plugin lernwelt-core and does nothing without it.', 'lernwelt-places' ), [ 'type' => 'error' ] );
		}
	);
	return;
}

\Lernwelt\Core\Autoload::add( 'Lernwelt\\Places\\', __DIR__ . '/src' );

( new \Lernwelt\Places\Plugin( __FILE__, \Lernwelt\Core\Core::services() ) )->register();
