<?php
/**
 * Plugin Name: Lernwelt Portal
 * Description: What every portal has: settings with contact data, logo and accent colour, safe SVG logos, contact and barrier forms, download categories.
 * Version: 0.1.0
 * Requires at least: 7.1
 * Requires PHP: 8.2
 * Author: Lernwelt LSA
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain: lernwelt-portal
 * Domain Path: /build/languages
 * Network: true
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

if ( ! defined( 'LERNWELT_CORE_API' ) || LERNWELT_CORE_API < 1 ) {
	add_action(
		'all_admin_notices',
		static function (): void {
			echo '<div class="notice notice-error"><p>' . esc_html__( 'Lernwelt Portal needs Lernwelt Core. Please install wp-content/mu-plugins/lernwelt-core.', 'lernwelt-portal' ) . '</p></div>';
		}
	);
	return;
}

\Lernwelt\Core\Autoload::add( 'Lernwelt\\Portal\\', __DIR__ . '/src' );

( new \Lernwelt\Portal\Plugin( __FILE__, \Lernwelt\Core\Core::services() ) )->register();
