<?php
/**
 * The work of a run, piece by piece.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Import;

use Closure;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Core\Transaction;
use Lernwelt\Places\Domain\Import\FindingCode;
use Lernwelt\Places\Domain\Import\Format;
use Lernwelt\Places\Domain\Import\InvalidMapping;
use Lernwelt\Places\Domain\Import\MappedRow;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Domain\Import\RowMapper;
use Lernwelt\Places\Domain\Import\UnreadableInput;
use Lernwelt\Places\Domain\Runs\PlaceStore;
use Lernwelt\Places\Domain\Runs\ReportStore;
use Lernwelt\Places\Domain\Runs\Run;
use Lernwelt\Places\Domain\Runs\RunCounts;
use Lernwelt\Places\Domain\Runs\RunPhase;
use Lernwelt\Places\Domain\Runs\RunState;
use Lernwelt\Places\Domain\Runs\RunStore;
use Lernwelt\Places\Reading\DownloadFailed;
use RuntimeException;

/**
 * Every piece is one transaction that also moves the run on, under the condition that nobody else did: whatever happens
 * to the process, a row was either written and counted or neither.
 */
final class Steps {

	/** Rows of one transaction: SQLite's driver needs about 0.2 MB of memory for each. */
	public const ROWS = 200;

	/** The input as this process reads it. */
	private ?RowFeed $feed = null;

	/** Run and row that the feed stands at. */
	private string $feed_at = '';

	/**
	 * @param RunStore                                        $runs        Runs.
	 * @param ReportStore                                     $reports     Reports.
	 * @param PlaceStore                                      $places      Places.
	 * @param Batch                                           $batch       Writes rows.
	 * @param Vanished                                        $vanished    Takes places offline.
	 * @param RunInput                                        $input       Inputs.
	 * @param Transaction                                     $transaction Transactions.
	 * @param Clock                                           $clock       Time.
	 * @param Closure(): array<string, array<string, string>> $terms       Taxonomy → slug → name.
	 */
	public function __construct(
		private readonly RunStore $runs,
		private readonly ReportStore $reports,
		private readonly PlaceStore $places,
		private readonly Batch $batch,
		private readonly Vanished $vanished,
		private readonly RunInput $input,
		private readonly Transaction $transaction,
		private readonly Clock $clock,
		private readonly Closure $terms,
	) {}

	/**
	 * Does one piece.
	 *
	 * @param Run              $run   Active run.
	 * @param Closure(): mixed $alive Called before every request that may take long.
	 * @return ?Run What is stored now; null when somebody else moved or ended the run: read it again.
	 * @throws UnreadableInput  When the input can't be read.
	 * @throws DownloadFailed   When the address can't be fetched.
	 * @throws InvalidMapping   When the mapping can't be used any more.
	 * @throws RuntimeException When the database refuses.
	 */
	public function advance( Run $run, Closure $alive ): ?Run {
		$mapping = Mapping::from( $run->mapping );
		return match ( $run->phase ) {
			RunPhase::Prepare  => $this->prepare( $run, $mapping, $alive ),
			RunPhase::Rows     => $this->rows( $run, $mapping ),
			RunPhase::Vanished => $this->vanished( $run, $mapping ),
			RunPhase::Done     => $this->save( $run, self::ended( RunState::Finished ) ),
		};
	}

	/**
	 * Values of a run that has ended.
	 *
	 * @param RunState $state  How.
	 * @param string   $reason Code.
	 * @param string   $detail What it is about.
	 * @return array<string, mixed>
	 */
	public static function ended( RunState $state, string $reason = '', string $detail = '' ): array {
		return [
			'state'  => $state,
			'reason' => $reason,
			'detail' => mb_substr( $detail, 0, 500 ),
		];
	}

	/**
	 * Stores a run in a new state.
	 *
	 * @param Run                  $run    As it was read.
	 * @param array<string, mixed> $values What is new.
	 * @return ?Run Null when somebody else was faster.
	 * @throws RuntimeException When the database refuses.
	 */
	public function save( Run $run, array $values ): ?Run {
		$now   = $this->clock->now();
		$after = $run->with( [ 'beat_at' => $now, ...$values, 'version' => $run->version + 1 ] );
		$after = $after->state->active() || null !== $after->finished_at ? $after : $after->with( [ 'finished_at' => $now ] );
		return $this->runs->save( $run, $after ) ? $after : null;
	}

	/**
	 * @param Closure(): mixed $alive Called before every request.
	 */
	private function prepare( Run $run, Mapping $mapping, Closure $alive ): ?Run {
		// "Nothing new" would keep a place online for ever whose record was missing the last time.
		$previous = $this->vanished->is_counting( $run ) ? null : $this->runs->previous( $run->source, $run->id );
		$fetched  = $this->input->fetch( $run, $mapping, $previous, $alive );
		if ( null === $fetched ) {
			// Remembered for the next time, when this run is the previous one.
			$known = array_diff_key( $previous->fetched ?? [], [ 'files' => true ] );
			return $this->save( $run, [ ...self::ended( RunState::Finished, 'not_modified' ), 'phase' => RunPhase::Done, 'fetched' => $known ] );
		}
		$run   = $run->with( [ 'fetched' => $fetched, 'incomplete' => isset( $fetched['cut'] ) ] );
		$after = $this->look( $run, $mapping );
		if ( null === $after ) {
			// Somebody else has fetched it, too.
			$this->input->release( $run );
		}
		return $after;
	}

	/** Looks whether the input fits the mapping. */
	private function look( Run $run, Mapping $mapping ): ?Run {
		try {
			$reader = $this->input->open( $run, $mapping );
			$reader->columns();
		} catch ( UnreadableInput $unreadable ) {
			$this->input->release( $run );
			throw $unreadable;
		}
		$missing = in_array( $mapping->format, [ Format::Csv, Format::Table ], true ) ? $mapping->missing( $reader->columns() ) : [];
		if ( [] !== $missing ) {
			return $this->save( $run, self::ended( RunState::Failed, 'missing_columns', implode( ', ', $missing ) ) );
		}
		return $this->save(
			$run,
			[
				'state'       => RunState::Running,
				'phase'       => RunPhase::Rows,
				'total'       => $reader->count(),
				'fingerprint' => $reader->fingerprint(),
			]
		);
	}

	private function rows( Run $run, Mapping $mapping ): Run {
		$feed = $this->feed( $run, $mapping );
		$rows = $feed->take( self::ROWS );
		try {
			$after = $this->write( $run, $mapping, $rows, count( $rows ) < self::ROWS );
		} catch ( RunTakenOver $taken ) {
			throw $taken;
		} catch ( RuntimeException $refusal ) {
			if ( $this->transaction->is_open() || count( $rows ) < 2 ) {
				throw $refusal;
			}
			// One row that the database can't store must not stop the others.
			$after = $this->one_by_one( $run, $mapping, $rows, count( $rows ) < self::ROWS );
		}
		$this->feed_at = "$after->id/$after->position";
		return $after;
	}

	private function feed( Run $run, Mapping $mapping ): RowFeed {
		if ( null === $this->feed || $this->feed_at !== "$run->id/$run->position" ) {
			$reader = $this->input->open( $run, $mapping );
			if ( 0 < $run->position && $reader->fingerprint() !== $run->fingerprint ) {
				throw new InputChanged( 'The input is another one than when this run began.' );
			}
			if ( ! $run->dry_run ) {
				$this->places->prepare();
			}
			$this->feed = new RowFeed( $reader, new RowMapper( $mapping, ( $this->terms )(), Districts::shipped() ), $run->position );
		}
		return $this->feed;
	}

	/**
	 * @param list<MappedRow> $rows Rows.
	 */
	private function write( Run $run, Mapping $mapping, array $rows, bool $last ): Run {
		$result = new BatchResult();
		$after  = $this->transaction->run(
			function () use ( $run, $mapping, $rows, $last, &$result ): Run {
				$result = $this->batch->write( $run, $mapping, $rows );
				return $this->record( $run, $result, count( $rows ), $last );
			}
		);
		if ( ! $run->dry_run ) {
			$this->places->forget( $result->created, $result->changed );
		}
		return $after;
	}

	/**
	 * @param list<MappedRow> $rows Rows.
	 */
	private function one_by_one( Run $run, Mapping $mapping, array $rows, bool $last ): Run {
		foreach ( $rows as $index => $row ) {
			$ends = $last && count( $rows ) - 1 === $index;
			try {
				$run = $this->write( $run, $mapping, [ $row ], $ends );
			} catch ( RunTakenOver $taken ) {
				throw $taken;
			} catch ( RuntimeException ) {
				$result = new BatchResult();
				$result->count( 'read' );
				array_push( $result->findings, ...$row->findings );
				$result->refuse( $row, FindingCode::InvalidPlace, '', $row->place->title ?? '' );
				$run = $this->transaction->run( fn (): Run => $this->record( $run, $result, 1, $ends ) );
			}
		}
		return $run;
	}

	/**
	 * Notes in the same transaction what was done.
	 *
	 * @throws RunTakenOver When somebody else moved or ended the run: then nothing of it may be kept.
	 */
	private function record( Run $run, BatchResult $result, int $rows, bool $last ): Run {
		$result->changes = array_slice( $result->changes, 0, max( 0, Run::MAX_CHANGES - $run->counts->changes ) );
		$this->reports->add_findings( $run->id, $result->findings );
		$this->reports->add_changes( $run->id, $result->changes );
		return $this->save(
			$run,
			[
				'position'   => $run->position + $rows,
				'total'      => $last ? $run->position + $rows : $run->total,
				'counts'     => $run->counts->plus( $result->counts() ),
				'incomplete' => $run->incomplete || $result->incomplete(),
				'phase'      => $last ? RunPhase::Vanished : RunPhase::Rows,
			]
		) ?? throw new RunTakenOver( 'Somebody else moved or ended this run.' );
	}

	private function vanished( Run $run, Mapping $mapping ): ?Run {
		if ( $run->incomplete ) {
			return $this->save( $run, [ ...self::ended( RunState::Finished, 'incomplete' ), 'phase' => RunPhase::Done ] );
		}
		$numbers = $this->vanished->count( $run, $mapping->vanish_after );
		if ( ! $run->force && 0 === $run->counts->unpublished && Vanished::too_many( $numbers ) ) {
			return $this->save(
				$run,
				[
					...self::ended( RunState::Stopped, 'too_many_vanished', "{$numbers['due']}/{$numbers['published']}" ),
					'counts' => $run->counts->plus( new RunCounts( vanished: $numbers['vanished'] - $run->counts->vanished ) ),
				]
			);
		}
		$posts = [];
		$after = $this->transaction->run(
			function () use ( $run, $mapping, $numbers, &$posts ): Run {
				[ $changes, $posts ] = $this->vanished->remove( $run, $mapping->vanish_after );
				$kept                = array_slice( $changes, 0, max( 0, Run::MAX_CHANGES - $run->counts->changes ) );
				$gone                = $run->dry_run ? $numbers['due'] : count( $posts );
				// Counted once, before the first portion goes.
				$seen = 0 === $run->counts->unpublished ? $numbers['vanished'] - $run->counts->vanished : 0;
				$last = [] === $posts || $run->dry_run;
				$this->reports->add_changes( $run->id, $kept );
				if ( $last ) {
					$this->vanished->finish( $run );
				}
				return $this->save(
					$run,
					[
						'counts' => $run->counts->plus( new RunCounts( vanished: $seen, unpublished: $gone, changes: count( $kept ) ) ),
						'phase'  => $last ? RunPhase::Done : RunPhase::Vanished,
					]
				) ?? throw new RunTakenOver( 'Somebody else moved or ended this run.' );
			}
		);
		if ( ! $run->dry_run ) {
			$this->places->forget( [], $posts );
		}
		return $after;
	}
}
