<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests;

use WP_Hook;

/**
 * Plugins that run on one portal only, for tests: the network is loaded as its main portal, which doesn't have them.
 * Call load() in setUp(), after the parent's: the parent undoes the hooks after each test.
 */
final class PortalPlugins {

	/** @var array<string, array<string, WP_Hook>> Slug → hooks. */
	private static array $hooks = [];

	/**
	 * Starts a plugin as if it ran on the current portal.
	 *
	 * @param string $slug E.g. `lernwelt-places`.
	 */
	public static function load( string $slug ): void {
		$first = ! isset( self::$hooks[ $slug ] );
		if ( $first ) {
			$others               = $GLOBALS['wp_filter'];
			$GLOBALS['wp_filter'] = [];
			require_once dirname( __DIR__, 2 ) . "/plugins-src/$slug/$slug.php";
			self::$hooks[ $slug ] = $GLOBALS['wp_filter'];
			$GLOBALS['wp_filter'] = $others;
		}
		foreach ( self::$hooks[ $slug ] as $name => $hook ) {
			foreach ( $hook->callbacks as $priority => $callbacks ) {
				foreach ( $callbacks as $callback ) {
					add_filter( $name, $callback['function'], $priority, $callback['accepted_args'] );
				}
			}
		}
		$init = self::$hooks[ $slug ]['init'] ?? null;
		if ( $first && $init instanceof WP_Hook ) {
			// A copy: WordPress counts in it what runs.
			$init = clone $init;
			$init->do_action( [ '' ] );
		}
	}
}
