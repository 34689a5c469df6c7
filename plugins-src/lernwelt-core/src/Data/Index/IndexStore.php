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
use Lernwelt\Core\Locks;
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

	/** @var list<Closure(): void> */
	private array $before_reading = [];

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
	 * Writes records, new ones and changed ones; rows that are the same aren't touched.
	 *
	 * @param string             $source    Source.
	 * @param iterable<Document> $documents Records; written in batches, each in a transaction.
	 * @throws RuntimeException When the database refuses.
	 */
	public function put( string $source, iterable $documents ): void {
		$batch = [];
		foreach ( $documents as $document ) {
			$batch[] = $document;
			if ( IndexTable::BATCH === count( $batch ) ) {
				$this->put_batch( $source, $batch );
				$batch = [];
			}
		}
		if ( [] !== $batch ) {
			$this->put_batch( $source, $batch );
		}
	}

	/**
	 * Takes records out.
	 *
	 * @param string    $source Source.
	 * @param list<int> $ids    Ids; unknown ones don't matter.
	 * @throws RuntimeException When the database refuses.
	 */
	public function remove( string $source, array $ids ): void {
		if ( [] === $ids ) {
			return;
		}
		$this->transaction->run(
			function () use ( $source, $ids ): void {
				if ( 0 < $this->rows->remove( $source, $ids ) ) {
					$this->sources->changed( $source, true );
				}
			}
		);
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
				$this->rows->clear( $source );
				$this->sources->changed( $source, true );
				$this->sources->built( $source, '' );
			}
		);
	}

	/**
	 * Notes that something about a source changed that the rows don't hold, e.g. the word for a value.
	 *
	 * @param string $source Source.
	 * @throws RuntimeException When the database refuses.
	 */
	public function touch( string $source ): void {
		$this->sources->changed( $source, false );
	}

	/**
	 * Changes with every write.
	 *
	 * @param string $source Source.
	 */
	public function version( string $source ): string {
		return $this->sources->state( $source )['version'];
	}

	/**
	 * Whether a source's rows were ever written; asked where the tables may be missing, as while a portal is set up.
	 *
	 * @param string $source Source.
	 */
	public function is_built( string $source ): bool {
		return $this->sources->exists() && '' !== $this->sources->state( $source )['built_for'];
	}

	/**
	 * Makes sure that what was changed in this request is written before somebody reads.
	 *
	 * @param Closure(): void $settle Writes it.
	 */
	public function before_reading( Closure $settle ): void {
		$this->before_reading[] = $settle;
	}

	/** Writes what was changed in this request. */
	public function settle(): void {
		foreach ( $this->before_reading as $settle ) {
			$settle();
		}
	}

	/**
	 * Everything that filtering, counting and sorting need.
	 *
	 * @param string $source Source.
	 */
	public function catalogue( string $source ): Catalogue {
		$pack = $this->pack( $source, 'catalogue', Catalogue::from_json( ... ), Catalogue::of_rows( ... ) );
		return $pack instanceof Catalogue ? $pack : throw new RuntimeException( "The catalogue of \"$source\" is something else." );
	}

	/**
	 * Everything that the map needs.
	 *
	 * @param string $source Source.
	 */
	public function points( string $source ): Points {
		$pack = $this->pack( $source, 'points', Points::from_json( ... ), Points::of_rows( ... ) );
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
	 * Writes all records of a source anew. Readers see the old rows meanwhile.
	 *
	 * @param string             $source    Source.
	 * @param string             $built_for What the rows are made for; see {@see ensure()}.
	 * @param iterable<Document> $documents All records.
	 * @return ?int Number of records; null when another process is at it.
	 * @throws RuntimeException When the database refuses, or another process took over.
	 */
	public function rebuild( string $source, string $built_for, iterable $documents ): ?int {
		$lease = $this->locks->acquire( "index-$source", self::LEASE );
		if ( null === $lease ) {
			return null;
		}
		try {
			$before = $this->rows->ids( $source );
			$seen   = [];
			$batch  = [];
			foreach ( $documents as $document ) {
				$seen[]  = $document->id;
				$batch[] = $document;
				if ( IndexTable::BATCH === count( $batch ) ) {
					$this->put_batch( $source, $batch );
					$batch = [];
					if ( ! $lease->renew() ) {
						throw new RuntimeException( "Another process took over the index of \"$source\"." );
					}
				}
			}
			$this->put_batch( $source, $batch );
			$this->remove( $source, array_values( array_diff( $before, $seen ) ) );
			$this->sources->built( $source, $built_for );
		} finally {
			$lease->release();
		}
		return count( $seen );
	}

	/**
	 * Makes sure that a source has its rows; costs one small question when it has. While another process writes them,
	 * readers get what is there.
	 *
	 * @param string                        $source    Source.
	 * @param string                        $built_for Fingerprint of what rows look like; another one than last time means writing all anew.
	 * @param Closure(): iterable<Document> $documents Gives all records.
	 * @throws RuntimeException When the database refuses.
	 */
	public function ensure( string $source, string $built_for, Closure $documents ): void {
		if ( $this->sources->state( $source )['built_for'] !== $built_for ) {
			$this->rebuild( $source, $built_for, $documents() );
		}
	}

	/**
	 * @param list<Document> $documents At most one batch.
	 */
	private function put_batch( string $source, array $documents ): void {
		$rows = [];
		foreach ( $documents as $document ) {
			$rows[ $document->id ] = IndexRow::of( $document );
		}
		$this->transaction->run(
			function () use ( $source, $rows ): void {
				$hashes  = [] === $rows ? [] : $this->rows->hashes( $source, array_keys( $rows ) );
				$changed = array_filter( $rows, static fn ( array $row, int $id ): bool => ( $hashes[ $id ] ?? '' ) !== $row['hash'], ARRAY_FILTER_USE_BOTH );
				if ( [] !== $changed ) {
					$this->rows->put( $source, array_values( $changed ) );
				}
				$this->sources->changed( $source, [] !== $changed );
			}
		);
	}

	/**
	 * @param Closure(string): (Catalogue|Points)                                                                                $open Opens a kept one.
	 * @param Closure(iterable<array{int, string, string, string, string, ?float, ?float, string}>): (Catalogue|Points) $make Makes one.
	 */
	private function pack( string $source, string $kind, Closure $open, Closure $make ): Catalogue|Points {
		$version = $this->sources->state( $source )['rows_version'];
		$key     = "{$this->rows->name()} $source $kind";
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
		$this->read[ $key ] = [ $version, $pack ];
		return $pack;
	}
}
