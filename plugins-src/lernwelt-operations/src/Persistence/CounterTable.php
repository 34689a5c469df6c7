<?php
/**
 * Counters for metrics.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Persistence;

use Lernwelt\Core\Persistence\Bulk;
use Lernwelt\Core\Persistence\Statement;
use RuntimeException;
use wpdb;

/** Network-wide numbers that only grow: how often each kind of event was recorded. No time, no person. */
final readonly class CounterTable {

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	/** Full table name. */
	public function name(): string {
		return $this->db->base_prefix . 'lw_operations_counters';
	}

	/**
	 * Counts one more.
	 *
	 * @param string $counter Name, up to 100 characters.
	 * @throws RuntimeException When the database refuses.
	 */
	public function count( string $counter ): void {
		Statement::run( $this->db, 'INSERT INTO %i (name, hits) VALUES (%s, 1) ON DUPLICATE KEY UPDATE hits = hits + 1', $this->name(), $counter );
	}

	/**
	 * All counters.
	 *
	 * @return array<string, int> Name → number.
	 * @throws RuntimeException When the database refuses.
	 */
	public function all(): array {
		$rows = Bulk::rows( $this->db, (string) $this->db->prepare( 'SELECT name, hits FROM %i ORDER BY name', $this->name() ) );
		$all  = [];
		foreach ( $rows as $row ) {
			$all[ (string) $row['name'] ] = (int) $row['hits'];
		}
		return $all;
	}
}
