<?php
/**
 * A finished copy takes the place of the running database.
 *
 * @package Lernwelt\Backup
 */

declare( strict_types=1 );

namespace Lernwelt\Backup;

use SQLite3;

/** Each in one step: readers see the old or the new, never half. */
final class SqliteSwitch {

	/**
	 * The whole database.
	 *
	 * @param string $live Running database; may be missing.
	 * @param string $copy Finished copy.
	 * @param string $old  Where the old one is kept.
	 */
	public static function whole( string $live, string $copy, string $old ): void {
		if ( is_file( $live ) && 0 < filesize( $live ) ) {
			SqliteDump::copy( $live, $old );
		}
		$from = SqliteDump::open( $copy, SQLITE3_OPEN_READWRITE );
		$to   = SqliteDump::open( $live, SQLITE3_OPEN_READWRITE | SQLITE3_OPEN_CREATE );
		self::keep_numbers( $from, self::sequence( $to, 'main' ) );
		// Not by renaming: a process that has the old file open, and its write-ahead log, would damage the new one.
		if ( ! $from->backup( $to ) ) {
			throw new Trouble( 'The running database is busy: nothing was changed, try again.' );
		}
		$from->close();
		$to->close();
	}

	/**
	 * The tables of one portal.
	 *
	 * @param string       $live   Running database.
	 * @param string       $copy   Finished copy with the same tables.
	 * @param list<string> $tables Tables.
	 * @param string       $old    Where the whole old database is kept.
	 */
	public static function tables( string $live, string $copy, array $tables, string $old ): void {
		SqliteDump::copy( $live, $old );
		$db = SqliteDump::open( $live, SQLITE3_OPEN_READWRITE );
		$db->exec( "ATTACH '" . SQLite3::escapeString( $copy ) . "' AS fresh" );
		$db->exec( 'BEGIN IMMEDIATE' );
		$gone = array_diff( Scope::of_portal( array_keys( SqliteDump::tables( $db ) ), self::blog_of( $tables ) ), $tables );
		$last = [ self::sequence( $db, 'main' ), self::sequence( $db, 'fresh' ) ];
		foreach ( [ ...$tables, ...$gone ] as $table ) {
			$db->exec( 'DROP TABLE IF EXISTS main.' . SqliteDump::name( $table ) );
		}
		foreach ( $tables as $table ) {
			self::table( $db, $table );
		}
		foreach ( $last as $numbers ) {
			self::keep_numbers( $db, array_intersect_key( $numbers, array_flip( $tables ) ) );
		}
		foreach ( array_filter( array_keys( SqliteDump::tables( $db ) ), static fn ( string $name ): bool => str_starts_with( $name, '_wp_sqlite_mysql_information_schema_' ) ) as $about ) {
			self::about( $db, $about, [ ...$tables, ...$gone ] );
		}
		$db->exec( 'COMMIT' );
		$db->close();
	}

	private static function table( SQLite3 $db, string $table ): void {
		$quoted = "'" . SQLite3::escapeString( $table ) . "'";
		$parts  = SqliteDump::rows( $db, "SELECT type, sql FROM fresh.sqlite_master WHERE tbl_name = $quoted AND sql IS NOT NULL ORDER BY type = 'table' DESC, type, name" );
		foreach ( $parts as $part ) {
			if ( 'trigger' !== $part['type'] ) {
				$db->exec( $part['sql'] );
			}
		}
		$db->exec( 'INSERT INTO main.' . SqliteDump::name( $table ) . ' SELECT * FROM fresh.' . SqliteDump::name( $table ) );
		foreach ( $parts as $part ) {
			if ( 'trigger' === $part['type'] ) {
				$db->exec( $part['sql'] );
			}
		}
	}

	/**
	 * Numbers given after the backup are not given again: the journal of erasures names objects by them.
	 *
	 * @param SQLite3            $db   Database.
	 * @param array<string, int> $last Last number per table.
	 */
	private static function keep_numbers( SQLite3 $db, array $last ): void {
		foreach ( array_intersect_key( $last, SqliteDump::tables( $db ) ) as $table => $number ) {
			$quoted = "'" . SQLite3::escapeString( $table ) . "'";
			$number = max( $number, (int) $db->querySingle( "SELECT seq FROM main.sqlite_sequence WHERE name = $quoted" ) );
			$db->exec( "DELETE FROM main.sqlite_sequence WHERE name = $quoted" );
			$db->exec( "INSERT INTO main.sqlite_sequence (name, seq) VALUES ($quoted, $number)" );
		}
	}

	/**
	 * @return array<string, int>
	 */
	private static function sequence( SQLite3 $db, string $schema ): array {
		$known = null !== $db->querySingle( "SELECT 1 FROM $schema.sqlite_master WHERE name = 'sqlite_sequence'" );
		return $known ? array_map( intval( ... ), SqliteDump::pairs( SqliteDump::rows( $db, "SELECT name, seq FROM $schema.sqlite_sequence" ), 'name', 'seq' ) ) : [];
	}

	/**
	 * What the driver notes about MySQL's view of the tables.
	 *
	 * @param list<string> $tables Tables.
	 */
	private static function about( SQLite3 $db, string $about, array $tables ): void {
		$columns = array_column( SqliteDump::rows( $db, 'PRAGMA main.table_info(' . SqliteDump::name( $about ) . ')' ), 'name' );
		if ( ! in_array( 'TABLE_NAME', $columns, true ) ) {
			return;
		}
		$list = implode( ', ', array_map( static fn ( string $table ): string => "'" . SQLite3::escapeString( $table ) . "'", $tables ) );
		$db->exec( 'DELETE FROM main.' . SqliteDump::name( $about ) . " WHERE TABLE_NAME IN ($list)" );
		$db->exec( 'INSERT INTO main.' . SqliteDump::name( $about ) . ' SELECT * FROM fresh.' . SqliteDump::name( $about ) . " WHERE TABLE_NAME IN ($list)" );
	}

	/**
	 * @param list<string> $tables Tables of one portal.
	 */
	private static function blog_of( array $tables ): int {
		return 1 === preg_match( '/^wp_(\d+)_/', $tables[0] ?? '', $found ) ? (int) $found[1] : 1;
	}
}
