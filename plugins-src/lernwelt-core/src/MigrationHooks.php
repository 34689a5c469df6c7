<?php
/**
 * Moments that need migrations.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/** Runs migrations when WordPress creates a portal or activates a plugin, and cleans up when it deletes a portal. */
final class MigrationHooks {

	/**
	 * @param Migrations $migrations Runner.
	 */
	public function __construct( private readonly Migrations $migrations ) {}

	/**
	 * A new portal gets the tables of everything that runs on all portals. Plugins that run only on the current
	 * portal are loaded too, but don't concern the new one.
	 *
	 * @param int $blog_id Portal.
	 * @throws MigrationFailed When a step doesn't work.
	 */
	public function portal_created( int $blog_id ): void {
		$network_wide = array_map( dirname( ... ), array_keys( (array) get_site_option( 'active_sitewide_plugins', [] ) ) );
		$this->migrations->run( $blog_id, [ Plugin::SLUG, ...$network_wide ] );
		switch_to_blog( $blog_id );
		Sweep::schedule();
		restore_current_blog();
	}

	/**
	 * An activated plugin gets its tables where it runs.
	 *
	 * @param string $plugin       Main file relative to the plugins' folder.
	 * @param bool   $network_wide Whether it runs on all portals.
	 * @throws MigrationFailed When a step doesn't work.
	 */
	public function plugin_activated( string $plugin, bool $network_wide ): void {
		$portals = $network_wide ? get_sites( [ 'fields' => 'ids', 'number' => 0 ] ) : [ get_current_blog_id() ];
		foreach ( $portals as $blog_id ) {
			$this->migrations->run( (int) $blog_id, [ dirname( $plugin ) ] );
		}
	}

	/**
	 * The tables that WordPress drops with a portal.
	 *
	 * @param list<string> $tables  WordPress's own.
	 * @param int          $blog_id Portal.
	 * @return list<string> With ours.
	 */
	public function portal_tables( array $tables, int $blog_id ): array {
		return $this->migrations->with_portal_tables( $tables, $blog_id );
	}

	/**
	 * A deleted portal leaves the ledger.
	 *
	 * @param int $blog_id Portal.
	 */
	public function portal_deleted( int $blog_id ): void {
		$this->migrations->forget_portal( $blog_id );
	}
}
