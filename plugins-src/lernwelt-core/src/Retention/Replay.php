<?php
/**
 * After a restore.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Retention;

use Closure;
use Lernwelt\Core\Persistence\JournalTable;
use Lernwelt\Core\Transaction;

/** Repeats on the current portal the erasures that its database doesn't know of, and enters them there. */
final readonly class Replay {

	/** Lines of one transaction. */
	private const BATCH = 200;

	/**
	 * @param JournalTable                       $table       The database's journal.
	 * @param Transaction                        $transaction All or nothing.
	 * @param Journal                            $journal     Takes what is done again.
	 * @param Closure(): list<RepeatableErasure> $sources     Who can do it, asked when all plugins are there.
	 */
	public function __construct(
		private JournalTable $table,
		private Transaction $transaction,
		private Journal $journal,
		private Closure $sources,
	) {}

	/**
	 * Repeats what is missing. A line whose source isn't there stays missing, so that a later run can do it.
	 *
	 * @param iterable<JournalEntry> $known Lines of this portal from outside; may hold one twice.
	 * @return array{done: int, left: array<string, int>} Lines repeated; lines left per unknown source.
	 */
	public function run( iterable $known ): array {
		$missing = $this->missing( $known );
		$done    = 0;
		$left    = [];
		foreach ( $missing as $source => $entries ) {
			$who = $this->who( $source );
			if ( null === $who ) {
				$left[ $source ] = count( $entries );
				continue;
			}
			foreach ( array_chunk( $entries, self::BATCH ) as $portion ) {
				$this->transaction->run(
					function () use ( $who, $portion ): void {
						$who->erase_again( array_values( array_unique( array_map( static fn ( JournalEntry $one ): string => $one->object, $portion ) ) ), $this->journal );
						$this->table->add_known( $portion );
					}
				);
				$done += count( $portion );
			}
		}
		return [ 'done' => $done, 'left' => $left ];
	}

	/**
	 * Lines of one list that are not in another; by what they say, for numbers begin anew in a restored table.
	 *
	 * @param iterable<JournalEntry> $wanted Lines.
	 * @param iterable<JournalEntry> $there  Lines that are there.
	 * @return list<JournalEntry>
	 */
	public static function difference( iterable $wanted, iterable $there ): array {
		$keys = [];
		foreach ( $there as $entry ) {
			$keys[ $entry->key() ] = true;
		}
		$missing = [];
		foreach ( $wanted as $entry ) {
			if ( ! isset( $keys[ $entry->key() ] ) ) {
				$keys[ $entry->key() ] = true;
				$missing[]             = $entry;
			}
		}
		return $missing;
	}

	/**
	 * @param iterable<JournalEntry> $known Lines.
	 * @return array<string, list<JournalEntry>> By source.
	 */
	private function missing( iterable $known ): array {
		$groups = [];
		foreach ( self::difference( $known, $this->table->all() ) as $entry ) {
			$groups[ $entry->source ][] = $entry;
		}
		return $groups;
	}

	private function who( string $source ): ?RepeatableErasure {
		foreach ( ( $this->sources )() as $one ) {
			if ( $source === $one->id() ) {
				return $one;
			}
		}
		return null;
	}
}
