<?php
/**
 * Plugin Name: Lernwelt SSO
 * Description: Single sign-on with the Bildungsserver's Keycloak: OpenID Connect, sessions, accounts, roles from what the Bildungsserver says, login page.
 * Version: 0.1.0
 * Requires at least: 7.1
 * Requires PHP: 8.2
 * Author: Lernwelt LSA
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain: lernwelt-sso
 * Domain Path: /build/languages
 * Network: true
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

if ( ! defined( 'LERNWELT_CORE_API' ) || LERNWELT_CORE_API < 1 ) {
	add_action(
		'all_admin_notices',
		static function (): void {
			wp_admin_notice( esc_html__( 'Lernwelt SSO needs the must-use plugin lernwelt-core and does nothing without it.', 'lernwelt-sso' ), [ 'type' => 'error' ] );
		}
	);
	return;
}

\Lernwelt\Core\Autoload::add( 'Lernwelt\\Sso\\', __DIR__ . '/src' );

( new \Lernwelt\Sso\Plugin( __FILE__, \Lernwelt\Core\Core::services() ) )->register();
