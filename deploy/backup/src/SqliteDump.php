<?php
/**
 * SQLite, table by table.
 *
 * @package Lernwelt\Backup
 */

declare( strict_types=1 );

namespace Lernwelt\Backup;

use SQLite3;

/** Writes a database as one SQL file per table, rows in the order of the primary key, and makes a database of such files. */
final class SqliteDump {

	/** Ends a statement: rows have no line breaks, so it can't be part of one. */
	private const END = "-- end\n";

	/** Length from which a statement takes no further row. */
	private const BYTES = 262_144;

	/**
	 * @param string $file   Database that nobody writes to: a copy.
	 * @param string $folder Where the files go.
	 * @return array<string, int> Rows per table.
	 */
	public static function dump( string $file, string $folder ): array {
		$db   = self::open( $file, SQLITE3_OPEN_READONLY );
		$rows = [];
		foreach ( self::tables( $db ) as $table => $sql ) {
			$out            = Files::open( "$folder/$table.sql", 'w' );
			$rows[ $table ] = self::table( $db, $table, $sql, $out );
			fclose( $out );
		}
		$db->close();
		return $rows;
	}

	/**
	 * @param string $folder Files of {@see dump()}.
	 * @param string $file   New database.
	 * @throws Trouble When the file is there already.
	 */
	public static function load( string $folder, string $file ): void {
		if ( file_exists( $file ) ) {
			throw new Trouble( "$file is there already." );
		}
		$db = self::open( $file, SQLITE3_OPEN_READWRITE | SQLITE3_OPEN_CREATE );
		// Nobody reads it before it is complete.
		$db->exec( 'PRAGMA journal_mode = OFF' );
		$db->exec( 'PRAGMA synchronous = OFF' );
		$db->exec( 'BEGIN' );
		foreach ( self::files( $folder ) as $dump ) {
			$in        = Files::open( $dump, 'r' );
			$statement = '';
			$line      = fgets( $in );
			while ( false !== $line ) {
				if ( self::END === $line ) {
					$db->exec( $statement );
					$statement = '';
				} else {
					$statement .= $line;
				}
				$line = fgets( $in );
			}
			fclose( $in );
		}
		$db->exec( 'COMMIT' );
		$db->exec( 'PRAGMA journal_mode = WAL' );
		$db->close();
	}

	/**
	 * Rows of all tables as they are now.
	 *
	 * @param string $file Database.
	 * @return array<string, int>
	 */
	public static function count( string $file ): array {
		$db   = self::open( $file, SQLITE3_OPEN_READONLY );
		$rows = array_map( static fn ( string $table ): int => (int) $db->querySingle( 'SELECT COUNT(*) FROM ' . self::name( $table ) ), array_combine( array_keys( self::tables( $db ) ), array_keys( self::tables( $db ) ) ) );
		$db->close();
		return $rows;
	}

	/**
	 * A consistent copy, also while somebody writes.
	 *
	 * @param string $file Database.
	 * @param string $copy New file.
	 * @throws Trouble When the database is damaged.
	 */
	public static function copy( string $file, string $copy ): void {
		if ( ! is_file( $file ) ) {
			throw new Trouble( "There is no database $file." );
		}
		$db = self::open( $file, SQLITE3_OPEN_READWRITE );
		$db->exec( "VACUUM INTO '" . SQLite3::escapeString( $copy ) . "'" );
		$db->close();
	}

	/**
	 * Opens a database whose failures are exceptions.
	 *
	 * @param string $file File.
	 * @param int    $mode As of SQLite3.
	 */
	public static function open( string $file, int $mode ): SQLite3 {
		$db = new SQLite3( $file, $mode );
		$db->enableExceptions( true );
		$db->busyTimeout( 30_000 );
		return $db;
	}

	/**
	 * Tables with the statement that made them.
	 *
	 * @param SQLite3 $db Database.
	 * @return array<string, string>
	 */
	public static function tables( SQLite3 $db ): array {
		return self::pairs( self::rows( $db, "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name" ), 'name', 'sql' );
	}

	/**
	 * @param list<array<string, string>> $rows  Rows.
	 * @param string                      $key   Column.
	 * @param string                      $value Column.
	 * @return array<string, string>
	 */
	public static function pairs( array $rows, string $key, string $value ): array {
		$pairs = [];
		foreach ( $rows as $row ) {
			$pairs[ $row[ $key ] ] = $row[ $value ];
		}
		return $pairs;
	}

	/**
	 * @param SQLite3 $db  Database.
	 * @param string  $sql Query.
	 * @return list<array<string, string>>
	 */
	public static function rows( SQLite3 $db, string $sql ): array {
		$result = $db->query( $sql );
		$rows   = [];
		$row    = false === $result ? false : $result->fetchArray( SQLITE3_ASSOC );
		while ( false !== $result && is_array( $row ) ) {
			$rows[] = array_map( strval( ... ), $row );
			$row    = $result->fetchArray( SQLITE3_ASSOC );
		}
		return $rows;
	}

	/**
	 * A table's name in a statement.
	 *
	 * @param string $table Name.
	 */
	public static function name( string $table ): string {
		return '"' . str_replace( '"', '""', $table ) . '"';
	}

	/**
	 * @return list<string>
	 */
	private static function files( string $folder ): array {
		$files = glob( "$folder/*.sql" );
		if ( false === $files || [] === $files ) {
			throw new Trouble( "There are no tables in $folder." );
		}
		return $files;
	}

	/**
	 * @param resource $out File.
	 */
	private static function table( SQLite3 $db, string $table, string $sql, $out ): int {
		Files::put( $out, "$sql;\n" . self::END );
		$columns = self::rows( $db, 'PRAGMA table_info(' . self::name( $table ) . ')' );
		$keys    = array_filter( $columns, static fn ( array $column ): bool => '0' !== $column['pk'] );
		usort( $keys, static fn ( array $a, array $b ): int => (int) $a['pk'] <=> (int) $b['pk'] );
		$order  = [] === $keys ? 'rowid' : implode( ', ', array_map( static fn ( array $key ): string => self::name( $key['name'] ), $keys ) );
		$values = implode( " || ',' || ", array_map( static fn ( array $column ): string => self::value( self::name( $column['name'] ) ), $columns ) );
		$result = $db->query( "SELECT '(' || $values || ')' AS line FROM " . self::name( $table ) . " ORDER BY $order" );
		$rows   = 0;
		$length = 0;
		$row    = false === $result ? false : $result->fetchArray( SQLITE3_ASSOC );
		while ( false !== $result && is_array( $row ) ) {
			$line = (string) $row['line'];
			Files::put( $out, ( 0 === $length ? 'INSERT INTO ' . self::name( $table ) . " VALUES\n" : ",\n" ) . $line );
			$length += strlen( $line );
			++$rows;
			$row = $result->fetchArray( SQLITE3_ASSOC );
			if ( self::BYTES < $length || ! is_array( $row ) ) {
				Files::put( $out, ";\n" . self::END );
				$length = 0;
			}
		}
		$quoted = "'" . SQLite3::escapeString( $table ) . "'";
		foreach ( self::rows( $db, "SELECT sql FROM sqlite_master WHERE tbl_name = $quoted AND type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY type, name" ) as $part ) {
			Files::put( $out, "{$part['sql']};\n" . self::END );
		}
		self::sequence( $db, $quoted, $out );
		return $rows;
	}

	/**
	 * The last number given, which is never given again.
	 *
	 * @param resource $out File.
	 */
	private static function sequence( SQLite3 $db, string $quoted, $out ): void {
		if ( null === $db->querySingle( "SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'" ) ) {
			return;
		}
		$last = $db->querySingle( "SELECT seq FROM sqlite_sequence WHERE name = $quoted" );
		if ( is_int( $last ) ) {
			Files::put( $out, "DELETE FROM sqlite_sequence WHERE name = $quoted;\n" . self::END . "INSERT INTO sqlite_sequence (name, seq) VALUES ($quoted, $last);\n" . self::END );
		}
	}

	/** A value as SQL on one line; quote() stops at a zero byte. */
	private static function value( string $column ): string {
		return "CASE WHEN typeof($column) = 'text' AND (instr($column, char(0)) > 0 OR instr($column, char(13)) > 0) THEN 'CAST(X''' || hex($column) || ''' AS TEXT)' ELSE replace(quote($column), char(10), '''||char(10)||''') END";
	}
}
