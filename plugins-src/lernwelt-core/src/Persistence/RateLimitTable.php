<?php
/**
 * Counters of the rate limiter.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence;

use RuntimeException;
use wpdb;

/** Network-wide table of counters, one row per key and window. */
final class RateLimitTable {

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private readonly wpdb $db ) {}

	/** Full table name. */
	public function name(): string {
		return $this->db->base_prefix . 'lw_rate_limit';
	}

	/**
	 * Takes one of the places of a window. The condition stands in the UPDATE itself, so parallel requests can't
	 * take the same place.
	 *
	 * @param string $key     Lower-case hex, 64 characters.
	 * @param int    $limit   Places.
	 * @param int    $expires Unix time when the window ends.
	 * @return bool Whether a place was left.
	 * @throws RuntimeException When the database refuses.
	 */
	public function take( string $key, int $limit, int $expires ): bool {
		Statement::run( $this->db, 'INSERT IGNORE INTO %i (rate_key, hits, expires) VALUES (%s, 0, %d)', $this->name(), $key, $expires );
		return 0 < Statement::run( $this->db, 'UPDATE %i SET hits = hits + 1 WHERE rate_key = %s AND hits < %d', $this->name(), $key, $limit );
	}

	/**
	 * Gives a place back.
	 *
	 * @param string $key As taken.
	 * @throws RuntimeException When the database refuses.
	 */
	public function give_back( string $key ): void {
		Statement::run( $this->db, 'UPDATE %i SET hits = hits - 1 WHERE rate_key = %s AND hits > 0', $this->name(), $key );
	}

	/**
	 * Deletes what is over, by primary key: a range would lock its rows in another order than new counters do.
	 *
	 * @param int $now Unix time.
	 * @throws RuntimeException When the database refuses.
	 */
	public function purge( int $now ): void {
		do {
			$keys = $this->db->get_col( (string) $this->db->prepare( 'SELECT rate_key FROM %i WHERE expires <= %d LIMIT 500', $this->name(), $now ) );
			foreach ( $keys as $key ) {
				Statement::run( $this->db, 'DELETE FROM %i WHERE rate_key = %s', $this->name(), (string) $key );
			}
		} while ( [] !== $keys );
	}
}
