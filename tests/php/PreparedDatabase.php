<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests;

use Closure;
use mysqli;
use mysqli_driver;
use mysqli_result;
use RuntimeException;
use SQLite3;

/**
 * The stack's database as it was right after the installation. Restoring takes a fraction of what an installation
 * takes, and works under open connections as long as none is inside a transaction.
 *
 * SQLite: a second file. MariaDB: copies of the tables beside them, so that only tables that changed are written.
 */
final class PreparedDatabase {

	private const COPY = 'prepared_';

	/** @var array{engine: string, file?: string, host?: string, name?: string, user?: string, password?: string} */
	private array $db;

	private string $file;

	/**
	 * @param Stack $stack Stack.
	 */
	public function __construct( Stack $stack ) {
		$this->db   = $stack->config()['db'];
		$this->file = $stack->dir . '/prepared.sqlite';
	}

	/** Keeps the database as it is now. */
	public function save(): void {
		if ( 'sqlite' === $this->db['engine'] ) {
			if ( is_file( $this->file ) ) {
				unlink( $this->file );
			}
			$live = self::sqlite( $this->db['file'] ?? '' );
			$live->exec( "VACUUM INTO '" . SQLite3::escapeString( $this->file ) . "'" );
			$live->close();
			return;
		}
		$this->on_mariadb(
			static function ( mysqli $live ): void {
				[ $tables, $copies ] = self::tables( $live );
				self::drop( $live, $copies );
				foreach ( $tables as $table ) {
					self::copy( $live, $table, self::COPY . $table );
				}
			}
		);
	}

	/**
	 * Brings the kept database back and removes tables that didn't exist then. Changes of WordPress's own tables'
	 * structure aren't noticed on MariaDB: tests change only tables they made.
	 *
	 * @throws RuntimeException When nothing was kept.
	 */
	public function restore(): void {
		if ( 'sqlite' !== $this->db['engine'] ) {
			$this->on_mariadb( self::restore_mariadb( ... ) );
			return;
		}
		if ( ! is_file( $this->file ) ) {
			throw self::nothing_kept();
		}
		$prepared = self::sqlite( $this->file );
		$live     = self::sqlite( $this->db['file'] ?? '' );
		$prepared->backup( $live );
		$live->close();
		$prepared->close();
	}

	private static function restore_mariadb( mysqli $live ): void {
		[ $tables, $copies ] = self::tables( $live );
		if ( [] === $copies ) {
			throw self::nothing_kept();
		}
		$known = array_map( static fn ( string $copy ): string => substr( $copy, strlen( self::COPY ) ), $copies );
		self::drop( $live, array_diff( $tables, $known ) );
		$sums = self::checksums( $live, array_merge( array_intersect( $tables, $known ), $copies ) );
		foreach ( $known as $table ) {
			if ( ! isset( $sums[ $table ] ) ) {
				self::copy( $live, self::COPY . $table, $table );
			} elseif ( $sums[ $table ] !== $sums[ self::COPY . $table ] ) {
				$live->query( "DELETE FROM `$table`" );
				$live->query( "INSERT INTO `$table` SELECT * FROM `" . self::COPY . "$table`" );
			}
		}
	}

	/**
	 * Names of the tables and of the copies.
	 *
	 * @param mysqli $live Database.
	 * @return array{list<string>, list<string>}
	 */
	private static function tables( mysqli $live ): array {
		$all = array_map( strval( ... ), array_column( self::rows( $live, 'SHOW TABLES' ), 0 ) );
		return [
			array_values( array_filter( $all, static fn ( string $name ): bool => ! str_starts_with( $name, self::COPY ) ) ),
			array_values( array_filter( $all, static fn ( string $name ): bool => str_starts_with( $name, self::COPY ) ) ),
		];
	}

	/**
	 * @param mysqli       $live   Database.
	 * @param list<string> $tables Names.
	 * @return array<string, string> Name → checksum of the rows.
	 */
	private static function checksums( mysqli $live, array $tables ): array {
		$sums = [];
		foreach ( self::rows( $live, 'CHECKSUM TABLE `' . implode( '`, `', $tables ) . '`' ) as [ $name, $sum ] ) {
			$sums[ substr( (string) strrchr( (string) $name, '.' ), 1 ) ] = (string) $sum;
		}
		return $sums;
	}

	private static function copy( mysqli $live, string $from, string $to ): void {
		$live->query( "CREATE TABLE `$to` LIKE `$from`" );
		$live->query( "INSERT INTO `$to` SELECT * FROM `$from`" );
	}

	/**
	 * @param mysqli        $live   Database.
	 * @param array<string> $tables Names.
	 */
	private static function drop( mysqli $live, array $tables ): void {
		if ( [] !== $tables ) {
			$live->query( 'DROP TABLE `' . implode( '`, `', $tables ) . '`' );
		}
	}

	/**
	 * @param mysqli $live Database.
	 * @param string $sql  Statement.
	 * @return list<array<int|string|float|null>>
	 */
	private static function rows( mysqli $live, string $sql ): array {
		$result = $live->query( $sql );
		return $result instanceof mysqli_result ? array_values( $result->fetch_all() ) : [];
	}

	/**
	 * WordPress writes server, port and socket into one string: host[:port][:socket].
	 *
	 * @param Closure(mysqli): void $work What to do with the connection.
	 */
	private function on_mariadb( Closure $work ): void {
		preg_match( '#^([^:/]*)(?::(\d+))?(?::(/.+))?$#', $this->db['host'] ?? '', $parts );

		$driver = new mysqli_driver(); // phpcs:ignore WordPress.DB.RestrictedFunctions -- a connection of its own, which wpdb can't give.
		$report = $driver->report_mode;

		$driver->report_mode = MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT;

		$live = new mysqli( $parts[1] ?? 'localhost', $this->db['user'] ?? '', $this->db['password'] ?? '', $this->db['name'] ?? '', (int) ( $parts[2] ?? 0 ), $parts[3] ?? '' );
		$live->query( "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO'" );
		$work( $live );
		$live->close();
		$driver->report_mode = $report;
	}

	private static function nothing_kept(): RuntimeException {
		return new RuntimeException( 'There is no prepared database: install the network and run "php tests/php/database.php save", or ./bin/test.' );
	}

	private static function sqlite( string $file ): SQLite3 {
		$db = new SQLite3( $file );
		$db->enableExceptions( true );
		$db->busyTimeout( 10000 );
		return $db;
	}
}
