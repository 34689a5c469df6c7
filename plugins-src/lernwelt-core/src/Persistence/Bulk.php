<?php
/**
 * Statements about many rows.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence;

use RuntimeException;
use wpdb;

/** Multi-row statements in portions: SQLite's driver needs much memory for a long one. */
final class Bulk {

	/** Rows of one statement. */
	public const ROWS = 200;

	/** Length from which a statement takes no further row: one with 200 long texts would need all the memory there is. */
	private const BYTES = 262_144;

	/**
	 * Inserts rows.
	 *
	 * @param wpdb                   $db      Database.
	 * @param string                 $table   Full name.
	 * @param list<string>           $columns Columns.
	 * @param list<list<string|int>> $rows    Values in the columns' order.
	 * @param string                 $ignore  `IGNORE` to leave out what is there already.
	 * @param list<string>           $update  Columns to be replaced where the row is there already.
	 * @throws RuntimeException When the database refuses.
	 */
	public static function insert( wpdb $db, string $table, array $columns, array $rows, string $ignore = '', array $update = [] ): void {
		$names  = implode( ', ', $columns );
		$suffix = [] === $update ? '' : ' ON DUPLICATE KEY UPDATE ' . implode( ', ', array_map( static fn ( string $column ): string => "$column = VALUES($column)", $update ) );
		$values = array_map( self::values( ... ), $rows );
		while ( [] !== $values ) {
			$length  = 0;
			$portion = [];
			while ( [] !== $values && count( $portion ) < self::ROWS && $length < self::BYTES ) {
				$next      = array_shift( $values );
				$portion[] = $next;
				$length   += strlen( $next );
			}
			self::run( $db, "INSERT $ignore INTO `$table` ($names) VALUES " . implode( ', ', $portion ) . $suffix );
		}
	}

	/**
	 * Values as a list in parentheses, for IN and VALUES. wpdb::prepare() does the same, for long lists too slowly.
	 *
	 * @param list<string|int> $values At least one.
	 */
	public static function values( array $values ): string {
		return '(' . implode( ', ', array_map( static fn ( string|int $value ): string => is_int( $value ) ? (string) $value : self::text( $value ), $values ) ) . ')';
	}

	/**
	 * A text in quotes.
	 *
	 * @param string $value Text.
	 */
	public static function text( string $value ): string {
		$escaped = esc_sql( $value );
		return "'" . ( is_string( $escaped ) ? $escaped : '' ) . "'";
	}

	/**
	 * Runs a prepared statement.
	 *
	 * @param wpdb   $db  Database.
	 * @param string $sql Statement, its values prepared.
	 * @return int Affected rows.
	 * @throws RuntimeException With the database's reason, without values.
	 */
	public static function run( wpdb $db, string $sql ): int {
		return Statement::run_prepared( $db, $sql );
	}

	/**
	 * Reads rows.
	 *
	 * @param wpdb   $db  Database.
	 * @param string $sql Statement, its values prepared.
	 * @return list<array<string, string|null>>
	 * @throws RuntimeException When the database refuses.
	 */
	public static function rows( wpdb $db, string $sql ): array {
		$silenced = $db->suppress_errors();
		try {
			$rows = $db->get_results( $sql, ARRAY_A ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- prepared by the caller.
		} finally {
			$db->suppress_errors( $silenced );
		}
		if ( ! is_array( $rows ) || '' !== $db->last_error ) {
			throw new RuntimeException( 'The database refused a statement: ' . Statement::reason( $db->last_error ) );
		}
		return array_values( $rows );
	}
}
