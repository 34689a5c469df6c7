<?php
/**
 * Connection to a foreign database.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use Lernwelt\Places\Domain\Import\InputProblem;
use Lernwelt\Places\Domain\Import\UnreadableInput;
use mysqli;
use mysqli_driver;
use mysqli_result;
use mysqli_sql_exception;

/** Connects when the first question is asked, reads only. WordPress's own connection knows only WordPress's database. */
final class TableConnection {

	/** Database and table, quoted. */
	public readonly string $table;

	/** @var array{host: string, port: int, socket: ?string, user: string, password: string, database: string} */
	private readonly array $account;

	private ?mysqli $connection = null; // phpcs:ignore WordPress.DB.RestrictedClasses.mysql__mysqli

	/**
	 * @param string $dsn As in {@see TableReader}.
	 * @throws UnreadableInput When it names no host, database or table.
	 */
	public function __construct( #[\SensitiveParameter] string $dsn ) {
		$parts = parse_url( $dsn );
		$parts = is_array( $parts ) ? $parts : [];
		parse_str( $parts['query'] ?? '', $query );
		$database = rawurldecode( trim( $parts['path'] ?? '', '/' ) );
		$table    = is_string( $query['table'] ?? null ) ? $query['table'] : '';
		if ( '' === ( $parts['host'] ?? '' ) || 1 !== preg_match( '/^[^`\x00\/]{1,64}$/Du', $database ) || 1 !== preg_match( '/^[^`\x00]{1,64}$/Du', $table ) ) {
			throw new UnreadableInput( InputProblem::Database, 'mysql://user:password@host/database?table=name' );
		}
		$this->table   = "`$database`.`$table`";
		$this->account = [
			'host'     => trim( $parts['host'], '[]' ),
			'port'     => $parts['port'] ?? 3306,
			'socket'   => is_string( $query['socket'] ?? null ) ? $query['socket'] : null,
			'user'     => rawurldecode( $parts['user'] ?? '' ),
			'password' => rawurldecode( $parts['pass'] ?? '' ),
			'database' => $database,
		];
	}

	/**
	 * Asks a question.
	 *
	 * @param string       $sql    Statement.
	 * @param list<string> $values Values for its placeholders.
	 * @return list<array<string, int|float|string|null>>
	 * @throws mysqli_sql_exception When the database can't be reached or refuses.
	 */
	public function ask( string $sql, array $values ): array {
		// The mode counts for the whole process, and WordPress's connection wants another one.
		$driver = new mysqli_driver(); // phpcs:ignore WordPress.DB.RestrictedFunctions
		$report = $driver->report_mode;

		$driver->report_mode = MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT;
		try {
			$result = $this->connection()->execute_query( $sql, [] === $values ? null : $values );
			return $result instanceof mysqli_result ? array_values( $result->fetch_all( MYSQLI_ASSOC ) ) : [];
		} finally {
			$driver->report_mode = $report;
		}
	}

	private function connection(): mysqli { // phpcs:ignore WordPress.DB.RestrictedClasses.mysql__mysqli
		if ( null === $this->connection ) {
			$connection = mysqli_init(); // phpcs:ignore WordPress.DB.RestrictedFunctions.mysql_mysqli_init
			if ( false === $connection ) {
				throw new mysqli_sql_exception( 'mysqli' ); // phpcs:ignore WordPress.DB.RestrictedFunctions.mysql_mysqli_sql_exception
			}
			$connection->options( MYSQLI_OPT_CONNECT_TIMEOUT, 10 );
			$connection->options( MYSQLI_OPT_READ_TIMEOUT, 60 );
			$connection->real_connect( $this->account['host'], $this->account['user'], $this->account['password'], $this->account['database'], $this->account['port'], $this->account['socket'] );
			$connection->set_charset( 'utf8mb4' );
			$connection->query( 'SET SESSION TRANSACTION READ ONLY' );
			$this->connection = $connection;
		}
		return $this->connection;
	}
}
