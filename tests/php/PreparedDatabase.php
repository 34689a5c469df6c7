<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests;

use mysqli;
use mysqli_driver;
use mysqli_result;
use RuntimeException;
use SQLite3;

/**
 * The stack's database as it was right after the installation. Restoring takes a fraction of what an installation
 * takes, and works under open connections as long as none is inside a transaction.
 */
final class PreparedDatabase {

	/** @var array{engine: string, file?: string, host?: string, name?: string, user?: string, password?: string} */
	private array $db;

	/**
	 * @param Stack $stack Stack.
	 */
	public function __construct( private readonly Stack $stack ) {
		$this->db = $stack->config()['db'];
	}

	/** Whether the stack keeps its tables in SQLite. */
	public function is_sqlite(): bool {
		return 'sqlite' === $this->db['engine'];
	}

	/** Keeps the database as it is now. */
	public function save(): void {
		$file = $this->file();
		if ( is_file( $file ) ) {
			unlink( $file );
		}
		if ( $this->is_sqlite() ) {
			$live = self::sqlite( $this->db['file'] ?? '' );
			$live->exec( "VACUUM INTO '" . SQLite3::escapeString( $file ) . "'" );
			$live->close();
			return;
		}
		[ $host, $port, $socket ] = $this->address();
		$this->command( array( 'mariadb-dump', "--host=$host", "--port=$port", "--socket=$socket", '--user=' . ( $this->db['user'] ?? '' ), '--skip-comments', '--single-transaction', "--result-file=$file", $this->db['name'] ?? '' ) );
	}

	/**
	 * Brings the kept database back and removes tables that didn't exist then.
	 *
	 * @throws RuntimeException When nothing was kept.
	 */
	public function restore(): void {
		$file = $this->file();
		if ( ! is_file( $file ) ) {
			throw new RuntimeException( "No prepared database in $file: install the network and run \"php tests/php/database.php save\"." );
		}
		if ( $this->is_sqlite() ) {
			$prepared = self::sqlite( $file );
			$live     = self::sqlite( $this->db['file'] ?? '' );
			$prepared->backup( $live );
			$live->close();
			$prepared->close();
			return;
		}
		$this->load( (string) file_get_contents( $file ) );
	}

	private function load( string $dump ): void {
		$driver = new mysqli_driver(); // phpcs:ignore WordPress.DB.RestrictedFunctions -- a connection of its own, which wpdb can't give.
		$report = $driver->report_mode;

		$driver->report_mode = MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT;

		[ $host, $port, $socket ] = $this->address();
		$live = new mysqli( $host, $this->db['user'] ?? '', $this->db['password'] ?? '', $this->db['name'] ?? '', $port, $socket );
		$live->set_charset( 'utf8mb4' );
		$live->query( 'SET foreign_key_checks = 0, unique_checks = 0' );
		$tables = $live->query( 'SHOW TABLES' );
		foreach ( $tables instanceof mysqli_result ? $tables->fetch_all() : array() as [ $table ] ) {
			$live->query( "DROP TABLE `$table`" );
		}
		$live->multi_query( $dump );
		do {
			$live->store_result();
		} while ( $live->next_result() );
		$live->close();
		$driver->report_mode = $report;
	}

	private function file(): string {
		return $this->stack->dir . ( $this->is_sqlite() ? '/prepared.sqlite' : '/prepared.sql' );
	}

	/**
	 * WordPress writes server, port and socket into one string: host[:port][:socket].
	 *
	 * @return array{string, int, string}
	 */
	private function address(): array {
		preg_match( '#^([^:/]*)(?::(\d+))?(?::(/.+))?$#', $this->db['host'] ?? '', $parts );
		return array( '' === ( $parts[1] ?? '' ) ? 'localhost' : $parts[1], (int) ( $parts[2] ?? 0 ), $parts[3] ?? '' );
	}

	/**
	 * @param list<string> $command Program and arguments.
	 */
	private function command( array $command ): void {
		$process = proc_open( $command, array( 2 => array( 'pipe', 'w' ) ), $pipes, null, array( 'MYSQL_PWD' => $this->db['password'] ?? '', 'PATH' => (string) getenv( 'PATH' ) ) );
		$errors  = false === $process ? 'it could not be started.' : (string) stream_get_contents( $pipes[2] );
		if ( false === $process || 0 !== proc_close( $process ) ) {
			throw new RuntimeException( "{$command[0]} failed: $errors" );
		}
	}

	private static function sqlite( string $file ): SQLite3 {
		$db = new SQLite3( $file );
		$db->enableExceptions( true );
		$db->busyTimeout( 10000 );
		return $db;
	}
}
