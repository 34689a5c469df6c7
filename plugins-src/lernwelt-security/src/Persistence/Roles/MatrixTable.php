<?php
/**
 * Tables of the role matrix.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence\Roles;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Security\Domain\Roles\Change;
use Lernwelt\Security\Domain\Roles\HistoryEntry;
use Lernwelt\Security\Domain\Roles\MatrixStore;
use Lernwelt\Security\Domain\Roles\Overrides;
use wpdb;

/** Tables `lw_role_matrix`, `lw_role_revisions` and `lw_role_history` of the network. */
final readonly class MatrixTable implements MatrixStore {

	private const FORMAT = 'Y-m-d H:i:s';

	/** How "no decision" is written. */
	private const NONE = -1;

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	public function overrides( int $portal ): Overrides {
		$cells = [];
		foreach ( $this->rows( (string) $this->db->prepare( 'SELECT role, capability, granted FROM %i WHERE portal = %d', $this->table( 'matrix' ), $portal ) ) as $row ) {
			$cells[ (string) $row['role'] ][ (string) $row['capability'] ] = '1' === (string) $row['granted'];
		}
		return new Overrides( $cells );
	}

	public function revision( int $portal ): int {
		return (int) $this->db->get_var( (string) $this->db->prepare( 'SELECT revision FROM %i WHERE portal = %d', $this->table( 'revisions' ), $portal ) );
	}

	public function begin( int $portal, int $revision ): bool {
		// All writers meet at the network's row: what they read afterwards, nobody else is changing.
		Statement::run( $this->db, 'UPDATE %i SET turns = turns + 1 WHERE portal = 0', $this->table( 'revisions' ) );
		Statement::run( $this->db, 'INSERT IGNORE INTO %i (portal, revision, turns) VALUES (%d, 0, 0)', $this->table( 'revisions' ), $portal );
		return 1 === Statement::run( $this->db, 'UPDATE %i SET revision = revision + 1 WHERE portal = %d AND revision = %d', $this->table( 'revisions' ), $portal, $revision );
	}

	public function put( int $portal, Change $change, ?bool $before, int $user_id, DateTimeImmutable $at ): void {
		$time = $at->setTimezone( new DateTimeZone( 'UTC' ) )->format( self::FORMAT );
		Statement::run( $this->db, 'DELETE FROM %i WHERE portal = %d AND role = %s AND capability = %s', $this->table( 'matrix' ), $portal, $change->role, $change->capability );
		if ( null !== $change->granted ) {
			Statement::run( $this->db, 'INSERT INTO %i (portal, role, capability, granted, changed_at, changed_by) VALUES (%d, %s, %s, %d, %s, %d)', $this->table( 'matrix' ), $portal, $change->role, $change->capability, (int) $change->granted, $time, $user_id );
		}
		Statement::run(
			$this->db,
			'INSERT INTO %i (changed_at, changed_by, portal, role, capability, granted_before, granted_after) VALUES (%s, %d, %d, %s, %s, %d, %d)',
			$this->table( 'history' ),
			$time,
			$user_id,
			$portal,
			$change->role,
			$change->capability,
			null === $before ? self::NONE : (int) $before,
			null === $change->granted ? self::NONE : (int) $change->granted
		);
	}

	public function history( ?int $portal, int $before, int $count ): array {
		$last = 0 < $before ? $before : PHP_INT_MAX;
		$sql  = null === $portal
			? $this->db->prepare( 'SELECT * FROM %i WHERE id < %d ORDER BY id DESC LIMIT %d', $this->table( 'history' ), $last, $count )
			: $this->db->prepare( 'SELECT * FROM %i WHERE id < %d AND portal IN (0, %d) ORDER BY id DESC LIMIT %d', $this->table( 'history' ), $last, $portal, $count );
		return array_map( self::entry( ... ), $this->rows( (string) $sql ) );
	}

	public function forget( int $portal ): void {
		Statement::run( $this->db, 'DELETE FROM %i WHERE portal = %d', $this->table( 'matrix' ), $portal );
		Statement::run( $this->db, 'DELETE FROM %i WHERE portal = %d', $this->table( 'revisions' ), $portal );
	}

	private function table( string $name ): string {
		return $this->db->base_prefix . 'lw_role_' . $name;
	}

	/**
	 * @param string $sql Prepared.
	 * @return list<array<string, string|null>>
	 */
	private function rows( string $sql ): array {
		$found = $this->db->get_results( $sql, ARRAY_A ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- the caller did.
		return is_array( $found ) ? $found : [];
	}

	/** @param array<string, string|null> $row */
	private static function entry( array $row ): HistoryEntry {
		return new HistoryEntry(
			(int) $row['id'],
			new DateTimeImmutable( (string) $row['changed_at'], new DateTimeZone( 'UTC' ) ),
			(int) $row['changed_by'],
			(int) $row['portal'],
			(string) $row['role'],
			(string) $row['capability'],
			self::decision( (int) $row['granted_before'] ),
			self::decision( (int) $row['granted_after'] )
		);
	}

	private static function decision( int $stored ): ?bool {
		return self::NONE === $stored ? null : 1 === $stored;
	}
}
