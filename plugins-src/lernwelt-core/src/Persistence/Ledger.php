<?php
/**
 * Book of the migrations.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence;

use DateTimeImmutable;
use Lernwelt\Core\Migration;
use Lernwelt\Core\PendingMigration;
use Lernwelt\Core\Table;
use RuntimeException;
use wpdb;

/** Network-wide table that says which migration ran where; `blog_id` 0 stands for the network. */
final class Ledger {

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private readonly wpdb $db ) {}

	/** Full table name. */
	public function name(): string {
		return $this->db->base_prefix . 'lw_migrations';
	}

	/**
	 * Creates the table when it is missing.
	 *
	 * @throws RuntimeException When the database refuses.
	 */
	public function create(): void {
		if ( $this->exists() ) {
			return;
		}
		Table::create(
			$this->db,
			$this->name(),
			'component varchar(64) NOT NULL,
			migration varchar(110) NOT NULL,
			blog_id bigint(20) NOT NULL,
			ran_at datetime NOT NULL,
			PRIMARY KEY (component, migration, blog_id)'
		);
		if ( ! $this->exists() ) {
			throw new RuntimeException( 'The migration ledger can\'t be created: ' . Statement::reason( $this->db->last_error ) );
		}
	}

	/**
	 * What ran for the network and on one portal; nothing while the table doesn't exist.
	 *
	 * @param int $blog_id Portal.
	 * @return array<string, true> Keys `component/migration/blog_id`.
	 */
	public function done( int $blog_id ): array {
		if ( ! $this->exists() ) {
			return [];
		}
		$sql  = (string) $this->db->prepare( 'SELECT component, migration, blog_id FROM %i WHERE blog_id IN (0, %d)', $this->name(), $blog_id );
		$done = [];
		foreach ( (array) $this->db->get_results( $sql, ARRAY_A ) as $row ) {
			$done[ "{$row['component']}/{$row['migration']}/{$row['blog_id']}" ] = true;
		}
		return $done;
	}

	/**
	 * Runs a step and listens to the database: wpdb reports a refused statement only by its return value.
	 *
	 * @param Migration $migration Step.
	 * @return string|null The first refusal, null when all went well.
	 */
	public function attempt( Migration $migration ): ?string {
		global $EZSQL_ERROR; // phpcs:ignore WordPress.NamingConventions.ValidVariableName -- wpdb's own list of errors.

		$before   = is_array( $EZSQL_ERROR ) ? count( $EZSQL_ERROR ) : 0; // phpcs:ignore WordPress.NamingConventions.ValidVariableName
		$silenced = $this->db->suppress_errors();
		try {
			$migration->up( $this->db );
		} finally {
			$this->db->suppress_errors( $silenced );
		}
		foreach ( array_slice( is_array( $EZSQL_ERROR ) ? $EZSQL_ERROR : [], $before ) as $error ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName
			// dbDelta() asks for tables that may not exist yet.
			if ( 0 !== stripos( ltrim( $error['query'] ), 'DESCRIBE' ) ) {
				return Statement::reason( $error['error_str'] );
			}
		}
		return null;
	}

	/**
	 * Writes a finished step down.
	 *
	 * @param PendingMigration  $step   Step.
	 * @param DateTimeImmutable $ran_at Instant, UTC.
	 * @throws RuntimeException When the database refuses.
	 */
	public function record( PendingMigration $step, DateTimeImmutable $ran_at ): void {
		Statement::run(
			$this->db,
			'INSERT IGNORE INTO %i (component, migration, blog_id, ran_at) VALUES (%s, %s, %d, %s)',
			$this->name(),
			$step->component,
			$step->migration->id(),
			$step->blog_id,
			$ran_at->format( 'Y-m-d H:i:s' )
		);
	}

	/**
	 * Deletes a portal's lines.
	 *
	 * @param int $blog_id Portal.
	 */
	public function forget( int $blog_id ): void {
		if ( 0 < $blog_id && $this->exists() ) {
			Statement::run( $this->db, 'DELETE FROM %i WHERE blog_id = %d', $this->name(), $blog_id );
		}
	}

	/**
	 * Drops a plugin's tables on the current portal and forgets that its steps ran there: another installation starts anew.
	 *
	 * @param string       $component Plugin slug.
	 * @param list<string> $tables    Names without the portal's prefix, beginning with `lw_`.
	 */
	public function uninstall( string $component, array $tables ): void {
		$this->drop( $component, $this->db->prefix, get_current_blog_id(), $tables );
	}

	/**
	 * Drops tables of the network and forgets their steps.
	 *
	 * @param string       $component Plugin slug.
	 * @param list<string> $tables    Names without prefix.
	 */
	public function uninstall_network( string $component, array $tables ): void {
		$this->drop( $component, $this->db->base_prefix, 0, $tables );
	}

	/** @param list<string> $tables Names without prefix. */
	private function drop( string $component, string $prefix, int $blog_id, array $tables ): void {
		foreach ( $tables as $table ) {
			Statement::run( $this->db, 'DROP TABLE IF EXISTS %i', $prefix . $table );
		}
		if ( $this->exists() ) {
			Statement::run( $this->db, 'DELETE FROM %i WHERE component = %s AND blog_id = %d', $this->name(), $component, $blog_id );
		}
	}

	/**
	 * Our tables of one portal. The main portal shares its prefix with the network's tables and is never deleted.
	 *
	 * @param int $blog_id Portal.
	 * @return list<string>
	 */
	public function portal_tables( int $blog_id ): array {
		$prefix = $this->db->get_blog_prefix( $blog_id );
		if ( $prefix === $this->db->base_prefix ) {
			return [];
		}
		$sql = (string) $this->db->prepare( 'SHOW TABLES LIKE %s', $this->db->esc_like( $prefix . 'lw_' ) . '%' );
		return array_values( array_map( 'strval', $this->db->get_col( $sql ) ) );
	}

	/**
	 * Whether the table is there.
	 *
	 * @phpstan-impure
	 */
	private function exists(): bool {
		$sql = (string) $this->db->prepare( 'SHOW TABLES LIKE %s', $this->db->esc_like( $this->name() ) );
		return $this->db->get_var( $sql ) === $this->name();
	}
}
