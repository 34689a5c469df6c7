<?php
/**
 * Plugin Name: Lernwelt Core
 * Description: Contracts and plumbing that the Lernwelt plugins share: migrations, mail queue, settings, capabilities, REST basis, rate limits, list of portals.
 * Version: 0.1.0
 * Requires at least: 7.1
 * Requires PHP: 8.2
 * Author: Lernwelt LSA
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain: lernwelt-core
 * Network: true
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Version of the contracts in this folder. It grows by one whenever a change could break a plugin that uses them;
 * a plugin compares it before it starts and shows a notice instead of failing half-way:
 *
 *     if ( ! defined( 'LERNWELT_CORE_API' ) || LERNWELT_CORE_API < 1 ) { … return; }
 */
\define( 'LERNWELT_CORE_API', 1 );

require_once __DIR__ . '/src/Autoload.php';

Autoload::add( 'Lernwelt\\Core\\', __DIR__ . '/src' );

// Composer packages of all plugins, one copy for everybody (docs/decisions/0017).
require_once __DIR__ . '/build/vendor/autoload.php';

// While WordPress creates its first tables there is no network yet, and nothing here could work.
if ( is_multisite() ) {
	( new Plugin( __FILE__, Core::services() ) )->register();
}
