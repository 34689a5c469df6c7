<?php
/**
 * Runs what is missing.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Lernwelt\Core\Persistence\Ledger;
use LogicException;
use Throwable;

/**
 * Registry and runner of the migrations. Runs at deployment (`wp lernwelt migrate`), when a plugin is activated and
 * when a portal is created; never on a front-end request.
 */
final class Migrations {

	/** @var array<string, array<string, Migration>> Component → id → migration. */
	private array $registered = [];

	/**
	 * @param Ledger $ledger What ran where.
	 * @param Clock  $clock  Time.
	 */
	public function __construct(
		private readonly Ledger $ledger,
		private readonly Clock $clock,
	) {}

	/**
	 * Lists a plugin's migrations; they run in this order.
	 *
	 * @param string    $component  Plugin slug, e.g. `lernwelt-booking`.
	 * @param Migration ...$migrations Steps.
	 * @throws LogicException When an id is taken or isn't `M` + four digits + `_` + lower-case name.
	 */
	public function register( string $component, Migration ...$migrations ): void {
		foreach ( $migrations as $migration ) {
			$id = $migration->id();
			if ( 1 !== preg_match( '/^M\d{4}_[a-z0-9_]{1,100}$/D', $id ) || isset( $this->registered[ $component ][ $id ] ) ) {
				throw new LogicException( "\"$id\" of $component can't name a migration: it is used twice or isn't like M0001_create_bookings." );
			}
			$this->registered[ $component ][ $id ] = $migration;
		}
	}

	/**
	 * What is missing for the network and on one portal.
	 *
	 * @param int               $blog_id    Portal.
	 * @param list<string>|null $components Only these plugins; null for all that are loaded.
	 * @return list<PendingMigration>
	 */
	public function pending( int $blog_id, ?array $components = null ): array {
		$done    = $this->ledger->done( $blog_id );
		$pending = [];
		foreach ( $this->registered as $component => $migrations ) {
			if ( null !== $components && ! in_array( $component, $components, true ) ) {
				continue;
			}
			foreach ( $migrations as $id => $migration ) {
				$place = MigrationScope::Network === $migration->scope() ? 0 : $blog_id;
				if ( ! isset( $done[ "$component/$id/$place" ] ) ) {
					$pending[] = new PendingMigration( $component, $migration, $place );
				}
			}
		}
		return $pending;
	}

	/**
	 * Does what is missing for the network and on one portal, step by step; each finished step is written down at once.
	 *
	 * @param int               $blog_id    Portal.
	 * @param list<string>|null $components Only these plugins; null for all that are loaded.
	 * @return list<PendingMigration> What was done.
	 * @throws MigrationFailed At the first step that doesn't work.
	 */
	public function run( int $blog_id, ?array $components = null ): array {
		$this->ledger->create();
		$steps = $this->pending( $blog_id, $components );
		if ( [] === $steps ) {
			return [];
		}
		switch_to_blog( $blog_id );
		try {
			foreach ( $steps as $step ) {
				$this->step( $step );
			}
		} finally {
			restore_current_blog();
		}
		return $steps;
	}

	/**
	 * Takes a deleted portal's lines out of the ledger.
	 *
	 * @param int $blog_id Portal.
	 */
	public function forget_portal( int $blog_id ): void {
		$this->ledger->forget( $blog_id );
	}

	/**
	 * For a plugin's uninstall.php: drops its tables on the current portal and forgets its steps there.
	 *
	 * @param string       $component Plugin slug.
	 * @param list<string> $tables    Names without prefix, e.g. `lw_bookings`.
	 */
	public function uninstall( string $component, array $tables ): void {
		$this->ledger->uninstall( $component, $tables );
	}

	/**
	 * The same for tables of the network.
	 *
	 * @param string       $component Plugin slug.
	 * @param list<string> $tables    Names without prefix, e.g. `lw_sessions`.
	 */
	public function uninstall_network( string $component, array $tables ): void {
		$this->ledger->uninstall_network( $component, $tables );
	}

	/**
	 * Adds the portal's own tables to those that WordPress drops with it.
	 *
	 * @param list<string> $tables  Names so far.
	 * @param int          $blog_id Portal.
	 * @return list<string>
	 */
	public function with_portal_tables( array $tables, int $blog_id ): array {
		return array_values( array_unique( array_merge( $tables, $this->ledger->portal_tables( $blog_id ) ) ) );
	}

	private function step( PendingMigration $step ): void {
		try {
			$refused = $this->ledger->attempt( $step->migration );
		} catch ( Throwable $cause ) {
			throw new MigrationFailed( $step, $cause->getMessage(), $cause );
		}
		if ( null !== $refused ) {
			throw new MigrationFailed( $step, $refused );
		}
		$this->ledger->record( $step, $this->clock->now() );
	}
}
