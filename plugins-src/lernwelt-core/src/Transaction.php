<?php
/**
 * All or nothing.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Closure;
use Lernwelt\Core\Logging\Log;
use Lernwelt\Core\Persistence\Savepoints;
use Throwable;

/**
 * The only place that starts a transaction: a second one would silently commit the first. Inside another it becomes a
 * savepoint. A refused statement dooms the whole transaction, also when somebody catches the exception – SQLite's
 * driver has taken everything back by then – and so does a connection that was lost in between.
 *
 * Don't send mails or write files inside: work may be repeated. Audit rows belong after it.
 */
final class Transaction {

	/** How often work is tried when the database asks to try again. */
	private const ATTEMPTS = 4;

	private int $depth = 0;

	/** @var list<Closure(): void> What waits for the end. */
	private array $afterwards = [];

	/**
	 * @param Savepoints $database Says the words.
	 */
	public function __construct( private readonly Savepoints $database ) {}

	/**
	 * Runs work: everything is kept when it returns, nothing when it throws.
	 *
	 * @template T
	 * @param Closure(): T $work What to do; runs again after a deadlock.
	 * @return T What it returns.
	 * @throws TransactionFailed When the database refuses a statement or the connection is lost.
	 * @throws Throwable         What the work throws, or, when everything is kept, the first that {@see after()} threw.
	 */
	public function run( Closure $work ): mixed {
		$result = $this->repeat( $work );
		if ( 0 === $this->depth ) {
			$this->do_what_waited();
		}
		return $result;
	}

	/**
	 * Does something once everything is kept: at once when no transaction is open, never when it is dropped. What fails
	 * there takes nothing back and holds up nothing else that waits.
	 *
	 * @param Closure(): void $work What to do; runs outside of the transaction.
	 */
	public function after( Closure $work ): void {
		if ( 0 === $this->depth ) {
			$work();
			return;
		}
		$this->afterwards[] = $work;
	}

	/** Whether a transaction is open. */
	public function is_open(): bool {
		return 0 < $this->depth;
	}

	/**
	 * Says that a transaction was begun or ended elsewhere on this connection; for the integration tests, which roll
	 * every test back.
	 *
	 * @param bool $open Whether one is open.
	 */
	public function stand_inside_another( bool $open ): void {
		$this->depth = $open ? 1 : 0;
		if ( ! $open ) {
			$this->afterwards = [];
		}
	}

	/**
	 * @template T
	 * @param Closure(): T $work What to do.
	 * @return T
	 * @throws TransactionFailed When the database refuses a statement or the connection is lost.
	 * @throws Throwable         What the work throws.
	 */
	private function repeat( Closure $work ): mixed {
		for ( $attempt = 1; ; ++$attempt ) {
			try {
				return $this->attempt( $work );
			} catch ( TransactionFailed $failure ) {
				if ( 0 < $this->depth || ! $failure->transient || self::ATTEMPTS === $attempt ) {
					throw $failure;
				}
				// Whoever stood in the way needs a moment; chance keeps two from meeting again.
				usleep( random_int( 10_000, 50_000 ) * $attempt );
			}
		}
	}

	/**
	 * @template T
	 * @param Closure(): T $work What to do.
	 * @return T
	 * @throws TransactionFailed When the database refuses a statement or the connection is lost.
	 * @throws Throwable         What the work throws.
	 */
	private function attempt( Closure $work ): mixed {
		$level   = $this->depth;
		$waiting = count( $this->afterwards );
		$this->database->begin( $level );
		++$this->depth;
		try {
			$result = $work();
			$this->database->keep( $level );
		} catch ( Throwable $cause ) {
			$this->afterwards = array_slice( $this->afterwards, 0, $waiting );
			$failure          = $this->database->drop( $level );
			throw $failure ?? $cause;
		} finally {
			$this->depth = $level;
		}
		return $result;
	}

	/**
	 * Outside of what is repeated: a failure here says nothing about the work, which is kept.
	 *
	 * @throws Throwable The first that failed; the others are in the log.
	 */
	private function do_what_waited(): void {
		$waiting          = $this->afterwards;
		$this->afterwards = [];
		$first            = null;
		foreach ( $waiting as $work ) {
			try {
				$work();
			} catch ( Throwable $failure ) {
				if ( null !== $first ) {
					Log::say( "Lernwelt: what waited for the end of a transaction failed, too. {$failure->getMessage()}" );
				}
				$first ??= $failure;
			}
		}
		if ( null !== $first ) {
			throw $first;
		}
	}
}
