<?php
/**
 * Plugin Name: Lernwelt Dataview
 * Description: The data view block: any data of a portal as list, cards, table or map, with filters that work without JavaScript.
 * Version: 0.1.0
 * Requires at least: 7.1
 * Requires PHP: 8.2
 * Author: Lernwelt LSA
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain: lernwelt-dataview
 * Domain Path: /build/languages
 * Network: true
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

if ( ! defined( 'LERNWELT_CORE_API' ) || LERNWELT_CORE_API < 1 ) {
	add_action(
		'all_admin_notices',
		static function (): void {
			wp_admin_notice( esc_html__( 'Lernwelt Dataview needs the must-use plugin lernwelt-core and does nothing without it.', 'lernwelt-dataview' ), [ 'type' => 'error' ] );
		}
	);
	return;
}

\Lernwelt\Core\Autoload::add( 'Lernwelt\\Dataview\\', __DIR__ . '/src' );

( new \Lernwelt\Dataview\Plugin( __FILE__, \Lernwelt\Core\Core::services() ) )->register();
