<?php
/**
 * Connection and role table together.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use Lernwelt\Core\InvalidSettings;
use Lernwelt\Core\Locks;
use Lernwelt\Sso\Application\Protocol\ConfiguredClients;
use Lernwelt\Sso\Domain\Roles\InvalidTable;
use Lernwelt\Sso\Domain\Roles\RoleTable;

/** Stores both at once, unless somebody else changed them since they were read. */
final readonly class SsoSettings {

	/** Who may read and write. */
	public const CAPABILITY = 'manage_network_options';

	/** Network option: counts changes; by its name no setting, so the log hears of what was set and nothing else. */
	public const REVISION = 'lw_sso_revision';

	/**
	 * @param ConnectionSettings $connection Connection.
	 * @param RoleTables         $tables     Role table.
	 * @param Locks              $locks      One at a time.
	 */
	public function __construct( public ConnectionSettings $connection, public RoleTables $tables, private Locks $locks ) {}

	/** Number of the last change. */
	public function revision(): int {
		return (int) get_site_option( self::REVISION, 0 );
	}

	/**
	 * Stores settings.
	 *
	 * @param int                     $revision   Number of the change they are based on.
	 * @param array<string, string>   $connection Name → value.
	 * @param array<array-key, mixed> $rows       Rows of the role table. Those that are delivered aren't stored, so that later versions can change them.
	 * @throws InvalidSettings When something is refused; path → reason code.
	 * @throws SettingsChanged When somebody else changed them in the meantime.
	 */
	public function store( int $revision, array $connection, array $rows ): void {
		$table = $this->check( $connection, $rows );
		$lease = $this->locks->acquire( 'sso-settings', 20 );
		if ( null === $lease ) {
			throw new SettingsChanged( 'Somebody else is saving.' );
		}
		try {
			$this->read_anew();
			if ( $this->revision() !== $revision ) {
				throw new SettingsChanged( 'Somebody else has saved.' );
			}
			$this->connection->store( $connection );
			$this->tables->store( $table );
			update_site_option( self::REVISION, $revision + 1 );
		} finally {
			$lease->release();
		}
	}

	/**
	 * @param array<string, string>   $connection Name → value.
	 * @param array<array-key, mixed> $rows       Rows.
	 * @throws InvalidSettings When something is refused.
	 */
	private function check( array $connection, array $rows ): RoleTable {
		$problems = [];
		foreach ( $this->connection->problems( $connection ) as $name => $reason ) {
			$problems[ "connection.$name" ] = $reason;
		}
		try {
			$table = $this->tables->reader()->read( $rows );
		} catch ( InvalidTable $refused ) {
			throw new InvalidSettings( $problems + $refused->reasons );
		}
		return [] === $problems ? $table : throw new InvalidSettings( $problems );
	}

	/** What this process read before it held the lock may be old. */
	private function read_anew(): void {
		$network = get_current_network_id();
		foreach ( [ self::REVISION, RoleTables::OPTION, ConfiguredClients::OPTION ] as $option ) {
			wp_cache_delete( "$network:$option", 'site-options' );
		}
		wp_cache_delete( "$network:notoptions", 'site-options' );
	}
}
