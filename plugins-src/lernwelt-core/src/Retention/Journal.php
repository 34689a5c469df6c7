<?php
/**
 * Journal of what was erased or anonymised.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Retention;

use DateTimeImmutable;
use InvalidArgumentException;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Logging\Log;
use Lernwelt\Core\Persistence\JournalTable;
use Lernwelt\Core\Transaction;
use LogicException;
use RuntimeException;

/**
 * The current portal's journal. It is only ever added to, and a line is written in the transaction that changes the
 * object: a restored backup is brought up to date by doing again what stands here since the backup was made.
 */
final readonly class Journal {

	/**
	 * @param JournalTable $table       Lines.
	 * @param Transaction  $transaction Must be open when a line is written.
	 * @param Clock        $clock       Time.
	 * @param string       $run         32 hexadecimal digits that name one run.
	 * @param ?JournalFile $file        The same outside of the database; null without.
	 */
	public function __construct(
		private JournalTable $table,
		private Transaction $transaction,
		private Clock $clock,
		public string $run,
		private ?JournalFile $file = null,
	) {}

	/** The same journal under the name of a new run. */
	public function new_run(): self {
		return new self( $this->table, $this->transaction, $this->clock, bin2hex( random_bytes( 16 ) ), $this->file );
	}

	/**
	 * Writes down what was done, within the transaction that does it.
	 *
	 * @param string        $source     Id of the rule or source: lower-case letters, digits, `_` and `-`.
	 * @param JournalAction $action     What was done.
	 * @param string        ...$objects Kind and number of each object, e.g. `booking:17`; never a name or an address.
	 * @throws LogicException           Outside of a transaction.
	 * @throws InvalidArgumentException When the source or an object is no plain code.
	 * @throws RuntimeException         When the database refuses.
	 */
	public function record( string $source, JournalAction $action, string ...$objects ): void {
		if ( ! $this->transaction->is_open() ) {
			throw new LogicException( 'A line of the journal belongs into the transaction that changes its object.' );
		}
		self::refuse_unless( 1 === preg_match( '/^[a-z][a-z0-9_-]{0,39}$/D', $source ), $source );
		foreach ( $objects as $object ) {
			self::refuse_unless( 1 === preg_match( '/^[a-z][a-z0-9_-]{0,39}:[A-Za-z0-9_.-]{1,64}$/D', $object ), $object );
		}
		$now = $this->clock->now();
		$this->table->add( $now, $this->run, $source, $action, array_values( $objects ) );
		$this->also_outside( array_values( array_map( fn ( string $object ): JournalEntry => new JournalEntry( 0, $now, $this->run, $source, $action, $object ), $objects ) ) );
	}

	/**
	 * Once everything is kept: a line for something that was taken back would erase it after a restore. Should the disk be
	 * full, the deed stands nevertheless, and `wp lernwelt journal sync` adds the line before the next backup.
	 *
	 * @param list<JournalEntry> $entries Lines.
	 */
	private function also_outside( array $entries ): void {
		if ( null === $this->file || [] === $entries ) {
			return;
		}
		$file   = $this->file;
		$portal = get_current_blog_id();
		$this->transaction->after(
			static function () use ( $file, $portal, $entries ): void {
				try {
					$file->append( $portal, ...$entries );
				} catch ( RuntimeException $failure ) {
					Log::say( "Lernwelt: {$failure->getMessage()}" );
				}
			}
		);
	}

	/**
	 * What was written at an instant or later, oldest first.
	 *
	 * @param DateTimeImmutable $time   Instant, UTC: that of the backup.
	 * @param string            $source Only of this rule or source; '' for all.
	 * @return iterable<JournalEntry>
	 */
	public function since( DateTimeImmutable $time, string $source = '' ): iterable {
		return $this->table->since( $time, $source );
	}

	private static function refuse_unless( bool $good, string $code ): void {
		if ( ! $good ) {
			throw new InvalidArgumentException( "\"$code\" is no code for the journal." );
		}
	}
}
