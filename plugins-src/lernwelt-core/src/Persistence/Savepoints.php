<?php
/**
 * Words of transactions.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence;

use Closure;
use Lernwelt\Core\TransactionFailed;
use wpdb;

/**
 * Begins and ends transactions and savepoints, and watches every statement between: wpdb reports a refusal only by its
 * return value, and after a lost connection it goes on with a new one, outside of any transaction.
 */
final class Savepoints {

	/** MariaDB's 1213 and 1205, and SQLite's way to say the same. */
	private const TRANSIENT = '/try restarting transaction|database is locked|database table is locked/i';

	/** @var ?Closure(string): string Filter that sees every statement; null outside of a transaction. */
	private ?Closure $watch = null;

	/** @var ?Closure(mixed): mixed Filter that sees every new connection. */
	private ?Closure $connected = null;

	private int $watched_from = 0;

	private mixed $connection = null;

	private int $errors = 0;

	private ?TransactionFailed $failure = null;

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private readonly wpdb $db ) {}

	/**
	 * Begins.
	 *
	 * @param int $level 0 for a transaction, else a savepoint inside.
	 * @throws TransactionFailed When the database refuses, or the transaction around it failed already.
	 */
	public function begin( int $level ): void {
		if ( null === $this->watch ) {
			$this->say( 0 === $level ? 'START TRANSACTION' : "SAVEPOINT lernwelt_$level" );
			$this->start_watching( $level );
			return;
		}
		$this->say( "SAVEPOINT lernwelt_$level" );
	}

	/**
	 * Ends with success.
	 *
	 * @param int $level As begun.
	 * @throws TransactionFailed When a statement had failed or this one does.
	 */
	public function keep( int $level ): void {
		$this->check();
		$this->say( 0 === $level ? 'COMMIT' : "RELEASE SAVEPOINT lernwelt_$level" );
		if ( $level === $this->watched_from ) {
			$this->stop_watching();
		}
	}

	/**
	 * Ends with failure.
	 *
	 * @param int $level As begun.
	 * @return ?TransactionFailed Why the whole transaction is lost; null when only what the level did is.
	 */
	public function drop( int $level ): ?TransactionFailed {
		$failure = null === $this->watch ? null : $this->find_failure();
		if ( null !== $this->watch && $level > $this->watched_from && null !== $failure ) {
			// The outermost level takes everything back.
			return $failure;
		}
		$this->stop_watching( $level );
		// After a refusal SQLite's driver knows the savepoint no more, and a lost connection has none.
		$silenced = $this->db->suppress_errors();
		$dropped  = $this->db->query( 0 === $level ? 'ROLLBACK' : "ROLLBACK TO SAVEPOINT lernwelt_$level" );
		$this->db->suppress_errors( $silenced );
		if ( null !== $this->watch ) {
			$this->errors = self::errors();
		}
		return $failure ?? ( false === $dropped ? new TransactionFailed( 'What was begun can\'t be taken back: ' . Statement::reason( $this->db->last_error ) ) : null );
	}

	private function start_watching( int $level ): void {
		$this->failure      = null;
		$this->errors       = self::errors();
		$this->connection   = $this->db->__get( 'dbh' );
		$this->watched_from = $level;
		$watch              = function ( string $statement ): string {
			$this->check();
			return $statement;
		};
		// wpdb asks this in the middle of a new connection, before it repeats the statement that found the old one dead.
		$connected = function ( mixed $modes ): mixed {
			$this->check();
			return $modes;
		};
		add_filter( 'query', $watch, PHP_INT_MIN );
		add_filter( 'incompatible_sql_modes', $connected );
		$this->watch     = $watch;
		$this->connected = $connected;
	}

	private function stop_watching( ?int $level = null ): void {
		if ( null === $this->watch || null === $this->connected || ( null !== $level && $level > $this->watched_from ) ) {
			return;
		}
		remove_filter( 'query', $this->watch, PHP_INT_MIN );
		remove_filter( 'incompatible_sql_modes', $this->connected );
		$lost             = $this->db->__get( 'dbh' ) !== $this->connection;
		$this->watch      = null;
		$this->connected  = null;
		$this->connection = null;
		if ( $lost && is_string( $this->db->__get( 'dbname' ) ) ) {
			// The new connection was interrupted before this.
			$this->db->set_sql_mode();
			$this->db->select( $this->db->__get( 'dbname' ) );
		}
	}

	/**
	 * @throws TransactionFailed When something went wrong since the beginning.
	 */
	private function check(): void {
		$failure = $this->find_failure();
		if ( null !== $failure ) {
			throw $failure;
		}
	}

	private function find_failure(): ?TransactionFailed {
		if ( null !== $this->failure ) {
			return $this->failure;
		}
		if ( $this->db->__get( 'dbh' ) !== $this->connection ) {
			$this->failure = new TransactionFailed( 'The connection to the database was lost within a transaction.' );
		} elseif ( '' !== $this->db->last_error || self::errors() > $this->errors ) {
			$error         = '' !== $this->db->last_error ? $this->db->last_error : self::last_error();
			$this->failure = new TransactionFailed( 'The database refused a statement: ' . Statement::reason( $error ), 1 === preg_match( self::TRANSIENT, $error ) );
		}
		return $this->failure;
	}

	/**
	 * @throws TransactionFailed When the database refuses.
	 */
	private function say( string $words ): void {
		$silenced = $this->db->suppress_errors();
		try {
			$said = $this->db->query( $words );
		} finally {
			$this->db->suppress_errors( $silenced );
		}
		if ( false === $said ) {
			$error = $this->db->last_error;
			throw new TransactionFailed( 'The database refused a transaction: ' . Statement::reason( $error ), 1 === preg_match( self::TRANSIENT, $error ) );
		}
	}

	private static function errors(): int {
		global $EZSQL_ERROR; // phpcs:ignore WordPress.NamingConventions.ValidVariableName -- wpdb's own list of errors.
		return is_array( $EZSQL_ERROR ) ? count( $EZSQL_ERROR ) : 0; // phpcs:ignore WordPress.NamingConventions.ValidVariableName
	}

	private static function last_error(): string {
		global $EZSQL_ERROR; // phpcs:ignore WordPress.NamingConventions.ValidVariableName -- wpdb's own list of errors.
		$last = is_array( $EZSQL_ERROR ) ? end( $EZSQL_ERROR ) : false; // phpcs:ignore WordPress.NamingConventions.ValidVariableName
		return is_array( $last ) && is_string( $last['error_str'] ?? null ) ? $last['error_str'] : '';
	}
}
