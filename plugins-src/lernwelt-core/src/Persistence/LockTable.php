<?php
/**
 * Locks.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence;

use RuntimeException;
use wpdb;

/** Table of the current portal's locks, one row each; every condition stands in the statement itself. */
final class LockTable {

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private readonly wpdb $db ) {}

	/** Full table name. */
	public function name(): string {
		return $this->db->prefix . 'lw_locks';
	}

	/**
	 * Takes a lock that is free or has run out.
	 *
	 * @param string $name    Lock.
	 * @param string $owner   Who wants it.
	 * @param int    $now     Unix time.
	 * @param int    $expires Unix time of its end.
	 * @return bool Whether it could be taken.
	 * @throws RuntimeException When the database refuses.
	 */
	public function take( string $name, string $owner, int $now, int $expires ): bool {
		return 0 < Statement::run( $this->db, 'INSERT IGNORE INTO %i (name, owner, expires, renewals) VALUES (%s, %s, %d, 0)', $this->name(), $name, $owner, $expires )
			|| 0 < Statement::run( $this->db, 'UPDATE %i SET owner = %s, expires = %d, renewals = 0 WHERE name = %s AND expires <= %d', $this->name(), $owner, $expires, $name, $now );
	}

	/**
	 * Makes a lock last longer. The counter grows because MariaDB doesn't count rows whose values stay the same.
	 *
	 * @param string $name    Lock.
	 * @param string $owner   Who holds it.
	 * @param int    $expires Unix time of its new end.
	 * @return bool Whether the owner still held it.
	 * @throws RuntimeException When the database refuses.
	 */
	public function renew( string $name, string $owner, int $expires ): bool {
		return 0 < Statement::run( $this->db, 'UPDATE %i SET expires = %d, renewals = renewals + 1 WHERE name = %s AND owner = %s', $this->name(), $expires, $name, $owner );
	}

	/**
	 * Gives a lock back.
	 *
	 * @param string $name  Lock.
	 * @param string $owner Who holds it; somebody else's stays.
	 * @throws RuntimeException When the database refuses.
	 */
	public function release( string $name, string $owner ): void {
		Statement::run( $this->db, 'DELETE FROM %i WHERE name = %s AND owner = %s', $this->name(), $name, $owner );
	}
}
