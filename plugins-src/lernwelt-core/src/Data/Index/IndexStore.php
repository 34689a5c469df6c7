<?php
/**
 * The index of the data views.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data\Index;

use Closure;
use Lernwelt\Core\Data\German;
use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Locks;
use Lernwelt\Core\PageChanges;
use Lernwelt\Core\PageParts;
use Lernwelt\Core\Persistence\IndexSources;
use Lernwelt\Core\Persistence\IndexTable;
use Lernwelt\Core\Transaction;
use RuntimeException;

/**
 * Rows of the current portal's index, and the packs made of them. Rows are the truth; a pack is made by the first
 * question after a change and then read in one piece.
 */
final class IndexStore {

	/** Words of a search that count, and how long they may be. */
	private const WORDS = 8;

	private const WORD_LENGTH = 60;

	/** Seconds a batch of a rebuild may take before another process takes over. */
	private const LEASE = 300;

	/** @var ?Closure(): void */
	private ?Closure $before_reading = null;

	/** @var array<string, array{string, Catalogue|Points}> What was read last: table, source and kind → version, pack. */
	private array $read = [];

	/**
	 * @param IndexTable   $rows        Rows.
	 * @param IndexSources $sources     State and packs.
	 * @param Transaction  $transaction Transactions.
	 * @param Locks        $locks       Locks.
	 */
	public function __construct(
		private readonly IndexTable $rows,
		private readonly IndexSources $sources,
		private readonly Transaction $transaction,
		private readonly Locks $locks,
	) {}

	/**
	 * Brings the rows of single records up to date; those of records that aren't there any more go.
	 *
	 * Records are read after everybody else has to wait: who read before could write what another process has just
	 * taken back, and show it for good.
	 *
	 * @param string                                     $source Source.
	 * @param list<int>                                  $ids    Ids; unknown ones don't matter.
	 * @param Closure(list<int>): iterable<Document> $read   Reads those of some ids that exist, as they are now; may be called again.
	 * @return int How many exist.
	 * @throws RuntimeException When the database refuses.
	 */
	public function refresh( string $source, array $ids, Closure $read ): int {
		$found = 0;
		foreach ( array_chunk( $ids, IndexTable::BATCH ) as $batch ) {
			$found += $this->transaction->run(
				function () use ( $source, $batch, $read ): int {
					$this->sources->changed( $source, false );
					$rows = [];
					foreach ( $read( $batch ) as $document ) {
						$rows[ $document->id ] = IndexRow::of( $document );
					}
					$written = $this->write( $source, $batch, $rows );
					if ( $written ) {
						$this->sources->changed( $source, true );
					}
					// Posts of other types come here, too, and find nothing to write. What rows don't hold may have changed as well.
					if ( $written || [] !== $rows ) {
						PageChanges::changed( PageParts::source( $source ) );
					}
					return count( $rows );
				}
			);
		}
		return $found;
	}

	/**
	 * Takes all records of a source out, as if it had never been indexed: whoever asks next has them written anew.
	 *
	 * @param string $source Source.
	 * @throws RuntimeException When the database refuses.
	 */
	public function clear( string $source ): void {
		$this->transaction->run(
			function () use ( $source ): void {
				$this->sources->changed( $source, true );
				$this->rows->clear( $source );
				$this->sources->forget( $source );
			}
		);
		PageChanges::changed( PageParts::source( $source ) );
	}

	/**
	 * Notes that something about a source changed that the rows don't hold, e.g. the word for a value.
	 *
	 * @param string $source Source.
	 * @throws RuntimeException When the database refuses.
	 */
	public function touch( string $source ): void {
		$this->sources->changed( $source, false );
		PageChanges::changed( PageParts::source( $source ) );
	}

	/**
	 * Whether a source's rows were ever written; asked where the tables may be missing, as while a portal is set up.
	 *
	 * @param string $source Source.
	 */
	public function is_built( string $source ): bool {
		return $this->sources->exists() && '' !== $this->sources->state( $source )->built_for;
	}

	/**
	 * Has rows of the current portal written anew by whoever asks next: somebody changed records and couldn't write them.
	 *
	 * @param list<string> $but Sources whose rows are right.
	 * @throws RuntimeException When the database refuses.
	 */
	public function outdate( array $but = [] ): void {
		if ( $this->sources->exists() ) {
			$this->sources->outdate( $but );
			PageChanges::changed( PageParts::source( '*' ) );
		}
	}

	/**
	 * Makes sure that what was changed in this request is written before somebody reads.
	 *
	 * @param Closure(): void $settle Writes it.
	 */
	public function before_reading( Closure $settle ): void {
		$this->before_reading = $settle;
	}

	/** Writes what was changed in this request. */
	public function settle(): void {
		if ( null !== $this->before_reading ) {
			( $this->before_reading )();
		}
	}

	/**
	 * Everything that filtering, counting and sorting need.
	 *
	 * @param string     $source Source.
	 * @param IndexState $state  Its state, as {@see ensure()} gave it for this very question.
	 */
	public function catalogue( string $source, IndexState $state ): Catalogue {
		$pack = $this->pack( $source, 'catalogue', $state->rows_version, Catalogue::from_json( ... ), Catalogue::of_rows( ... ) );
		return $pack instanceof Catalogue ? $pack : throw new RuntimeException( "The catalogue of \"$source\" is something else." );
	}

	/**
	 * Everything that the map needs.
	 *
	 * @param string     $source Source.
	 * @param IndexState $state  Its state, as {@see ensure()} gave it for this very question.
	 */
	public function points( string $source, IndexState $state ): Points {
		$pack = $this->pack( $source, 'points', $state->rows_version, Points::from_json( ... ), Points::of_rows( ... ) );
		return $pack instanceof Points ? $pack : throw new RuntimeException( "The points of \"$source\" are something else." );
	}

	/**
	 * Records in whose public texts all words of a search occur.
	 *
	 * @param string $source Source.
	 * @param string $search What somebody typed.
	 * @return ?list<int> Ids; null when there is no word in it.
	 */
	public function search( string $source, string $search ): ?array {
		$words = array_unique( explode( ' ', German::fold( mb_substr( $search, 0, 1000, 'UTF-8' ) ) ) );
		$words = array_map( static fn ( string $word ): string => mb_substr( $word, 0, self::WORD_LENGTH, 'UTF-8' ), array_slice( array_values( array_diff( $words, [ '' ] ) ), 0, self::WORDS ) );
		return [] === $words ? null : $this->rows->search( $source, $words );
	}

	/**
	 * Records around a point that everybody may see, the nearest first, with one query.
	 *
	 * @param string      $source     Source.
	 * @param Coordinates $centre     Point.
	 * @param float       $kilometres How far away they may be.
	 * @param int         $except     Id of a record that doesn't count, 0 for none.
	 * @param int         $limit      How many at most.
	 * @return array<int, float> Id → kilometres as the crow flies.
	 */
	public function near( string $source, Coordinates $centre, float $kilometres, int $except, int $limit ): array {
		PageChanges::shows( PageParts::source( $source ) );
		$near = array_map( static fn ( Coordinates $place ): float => $centre->distance_to( $place ), $this->rows->near( $source, $centre, $kilometres, $except, $limit ) );
		return array_filter( $near, static fn ( float $distance ): bool => $distance <= $kilometres );
	}

	/**
	 * Writes all records of a source anew. Readers see the old rows meanwhile.
	 *
	 * @param string                                     $source    Source.
	 * @param string                                     $built_for What the rows are made for; see {@see ensure()}.
	 * @param iterable<list<int>>                        $batches   Ids of all records.
	 * @param Closure(list<int>): iterable<Document> $read      Reads some of them, as for {@see refresh()}.
	 * @return ?int Number of records; null when another process is at it.
	 * @throws RuntimeException When the database refuses, or another process took over.
	 */
	public function rebuild( string $source, string $built_for, iterable $batches, Closure $read ): ?int {
		$lease = $this->locks->acquire( "index-$source", self::LEASE );
		if ( null === $lease ) {
			return null;
		}
		try {
			$before = $this->rows->ids( $source );
			$seen   = [];
			$count  = 0;
			foreach ( $batches as $ids ) {
				$seen[] = $ids;
				$count += $this->refresh( $source, $ids, $read );
				if ( ! $lease->renew() ) {
					throw new RuntimeException( "Another process took over the index of \"$source\"." );
				}
			}
			$count += $this->refresh( $source, array_values( array_diff( $before, ...$seen ) ), $read );
			if ( 0 === $count ) {
				// A source without records has a state, too.
				$this->touch( $source );
			}
			$this->sources->built( $source, $built_for );
		} finally {
			$lease->release();
		}
		return $count;
	}

	/**
	 * Makes sure that a source has its rows; costs one small question when it has. While another process writes them,
	 * readers get what is there.
	 *
	 * @param string          $source    Source.
	 * @param string          $built_for Fingerprint of what rows look like; another one than last time means writing all anew.
	 * @param Closure(): mixed $rebuild   Writes all anew, by {@see rebuild()}.
	 * @return IndexState The state the readers' question is answered from; ask anew for the next question.
	 * @throws RuntimeException When the database refuses.
	 */
	public function ensure( string $source, string $built_for, Closure $rebuild ): IndexState {
		$state = $this->sources->state( $source );
		if ( $state->built_for === $built_for ) {
			return $state;
		}
		$rebuild();
		return $this->sources->state( $source );
	}

	/**
	 * @param list<int>                                              $ids  At most one batch.
	 * @param array<int, array<string, string|int|float|null>> $rows Those that exist.
	 * @return bool Whether a row changed.
	 */
	private function write( string $source, array $ids, array $rows ): bool {
		$hashes  = [] === $rows ? [] : $this->rows->hashes( $source, array_keys( $rows ) );
		$changed = array_filter( $rows, static fn ( array $row, int $id ): bool => ( $hashes[ $id ] ?? '' ) !== $row['hash'], ARRAY_FILTER_USE_BOTH );
		if ( [] !== $changed ) {
			$this->rows->put( $source, array_values( $changed ) );
		}
		return 0 < $this->rows->remove( $source, array_values( array_diff( $ids, array_keys( $rows ) ) ) ) || [] !== $changed;
	}

	/**
	 * @param Closure(string): (Catalogue|Points)                                                                                $open Opens a kept one.
	 * @param Closure(iterable<array{int, string, string, string, string, ?float, ?float, string}>): (Catalogue|Points) $make Makes one.
	 */
	private function pack( string $source, string $kind, string $version, Closure $open, Closure $make ): Catalogue|Points {
		PageChanges::shows( PageParts::source( $source ) );
		$key = "{$this->rows->name()} $source $kind";
		if ( ( $this->read[ $key ][0] ?? null ) === $version ) {
			return $this->read[ $key ][1];
		}
		$kept = $this->sources->pack( $source, $kind, $version );
		if ( null !== $kept ) {
			$pack = $open( $kept );
		} else {
			$pack = $make( $this->rows->rows( $source ) );
			if ( '' !== $version ) {
				$this->sources->keep_pack( $source, $kind, $version, $pack->to_json() );
			}
		}
		if ( '' !== $version ) {
			$this->read[ $key ] = [ $version, $pack ];
		}
		return $pack;
	}
}
