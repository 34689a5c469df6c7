<?php
/**
 * Plugin Name: Lernwelt Security
 * Description: Security headers on every answer, no request to third parties, no cookie for visitors, and only those entrances of WordPress that the portals need.
 * Version: 0.1.0
 * Requires at least: 7.1
 * Requires PHP: 8.2
 * Author: Lernwelt LSA
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain: lernwelt-security
 * Domain Path: /build/languages
 * Network: true
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security;

use Lernwelt\Core\Autoload;
use Lernwelt\Core\Core;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

if ( ! defined( 'LERNWELT_CORE_API' ) || LERNWELT_CORE_API < 1 ) {
	add_action(
		'network_admin_notices',
		static function (): void {
			wp_admin_notice( esc_html__( 'Lernwelt Security needs the must-use plugin lernwelt-core and does nothing without it.', 'lernwelt-security' ), [ 'type' => 'error' ] );
		}
	);
	return;
}

Autoload::add( 'Lernwelt\\Security\\', __DIR__ . '/src' );

( new Plugin( __FILE__, Core::services() ) )->register();
