<?php
/**
 * Imports.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Import;

use Closure;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Lease;
use Lernwelt\Core\Locks;
use Lernwelt\Places\Domain\Import\Finding;
use Lernwelt\Places\Domain\Import\InvalidMapping;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Domain\Import\UnreadableInput;
use Lernwelt\Places\Domain\Runs\Change;
use Lernwelt\Places\Domain\Runs\OriginStore;
use Lernwelt\Places\Domain\Runs\PlaceStore;
use Lernwelt\Places\Domain\Runs\ReportStore;
use Lernwelt\Places\Domain\Runs\Run;
use Lernwelt\Places\Domain\Runs\RunCounts;
use Lernwelt\Places\Domain\Runs\RunPhase;
use Lernwelt\Places\Domain\Runs\RunState;
use Lernwelt\Places\Domain\Runs\RunStore;
use Lernwelt\Places\Reading\DownloadFailed;
use Lernwelt\Places\Reading\Exchange;
use Lernwelt\Places\Reading\Location;
use RuntimeException;
use Throwable;

/**
 * Starts imports and moves them on, one at a time on a portal. Whoever has a run calls {@see step()} until it isn't active
 * any more; when nobody does, the schedule goes on with it.
 */
final readonly class ImportRuns {

	/** Name of the lock. */
	public const LOCK = 'places-import';

	/** Seconds a step may go without a sign of life before another process takes over. */
	public const LEASE = 30;

	/** The same while an address is fetched; renewed before every request. */
	public const FETCH = Exchange::SECONDS + 60;

	/** Seconds without a sign of life after which a run makes room for another one. */
	public const ABANDONED = 600;

	/** Ended runs that are kept for each source. */
	public const KEEP = 20;

	/**
	 * @param RunStore           $runs     Runs.
	 * @param ReportStore        $reports  Reports.
	 * @param OriginStore        $origins  Where places came from.
	 * @param PlaceStore         $places   Places.
	 * @param Steps              $steps    Does the work.
	 * @param RunInput           $input    Inputs.
	 * @param Locks              $locks    Locks.
	 * @param Clock              $clock    Time.
	 * @param Closure(Run): void $announce Hears of every ended run that was no dry run.
	 */
	public function __construct(
		private RunStore $runs,
		private ReportStore $reports,
		private OriginStore $origins,
		private PlaceStore $places,
		private Steps $steps,
		private RunInput $input,
		private Locks $locks,
		private Clock $clock,
		private Closure $announce,
	) {}

	/**
	 * Starts a run, or goes on with the same one that was interrupted: same source, input, mapping and kind.
	 *
	 * @param RunRequest $request What to import.
	 * @throws InvalidMapping   When the mapping can't be used.
	 * @throws ImportBusy       When another run is on.
	 * @throws RuntimeException When the database refuses.
	 */
	public function start( RunRequest $request ): Run {
		$mapping = Mapping::from( $request->mapping );
		$lease   = $this->locks->acquire( self::LOCK, self::LEASE ) ?? throw new ImportBusy( $this->runs->active()[0] ?? null );
		try {
			$run = $this->interrupted( $request, $mapping ) ?? $this->runs->add( $this->made( $request, $mapping->hash ) );
			$this->input->remember( $run, $request->input );
			return $run;
		} finally {
			$lease->release();
		}
	}

	/**
	 * Works on a run for a while. Returns at once when another process is at it.
	 *
	 * @param int   $id      Run.
	 * @param float $seconds How long; what was begun is ended first.
	 * @return ?Run As it stands now, null when there is none.
	 * @throws Throwable When something unforeseen happens; the run has failed then.
	 */
	public function step( int $id, float $seconds ): ?Run {
		$until = microtime( true ) + $seconds;
		do {
			$run   = $this->runs->get( $id );
			$lease = null === $run || ! $run->state->active() ? null : $this->locks->acquire( self::LOCK, RunInput::fetches( $run ) ? self::FETCH : self::LEASE );
			if ( null === $lease ) {
				return $run;
			}
			try {
				$run = $this->hold( $id, $lease, $until );
			} finally {
				$lease->release();
			}
		} while ( null !== $run && $run->state->active() && $this->input->can_go_on( $run ) && microtime( true ) < $until );
		return $run;
	}

	/**
	 * One run.
	 *
	 * @param int $id Number.
	 */
	public function get( int $id ): ?Run {
		return $this->runs->get( $id );
	}

	/**
	 * The latest runs, newest first.
	 *
	 * @param int $limit How many.
	 * @return list<Run>
	 */
	public function latest( int $limit = 20 ): array {
		return $this->runs->latest( $limit );
	}

	/** The run that is on, null when none is. */
	public function active(): ?Run {
		return $this->runs->active()[0] ?? null;
	}

	/**
	 * Beginning of the last run of a source, dry runs left out; Unix time, null when there was none.
	 *
	 * @param string $source Short name.
	 */
	public function last_start( string $source ): ?int {
		return $this->runs->previous( $source )?->started_at->getTimestamp();
	}

	/**
	 * Ends a run; what it wrote stays. Does nothing when it has ended already.
	 *
	 * @param int $id Run.
	 * @return ?Run Null when there is none.
	 * @throws RuntimeException When the database refuses.
	 */
	public function cancel( int $id ): ?Run {
		do {
			$run   = $this->runs->get( $id );
			$ended = null !== $run && $run->state->active() ? $this->steps->save( $run, Steps::ended( RunState::Cancelled ) ) : $run;
			// Somebody moved it on in between: try again.
		} while ( null !== $run && null === $ended );
		if ( null !== $ended && null !== $run && $run->state->active() ) {
			$this->end( $ended );
		}
		return $ended;
	}

	/**
	 * Lets a run that stopped before so many places take them offline after all.
	 *
	 * @param int $id Run.
	 * @return ?Run Ready for further steps; as it is when it didn't stop; null when there is none.
	 * @throws ImportBusy       When another run is on.
	 * @throws RuntimeException When the database refuses.
	 */
	public function force( int $id ): ?Run {
		$lease = $this->locks->acquire( self::LOCK, self::LEASE ) ?? throw new ImportBusy( $this->active() );
		try {
			$run = $this->runs->get( $id );
			if ( null === $run || ! $run->can_force() ) {
				return $run;
			}
			$this->make_room();
			if ( $this->runs->previous( $run->source )?->id !== $run->id ) {
				// A later run knows better what is missing.
				return $run;
			}
			return $this->steps->save( $run, [ ...Steps::ended( RunState::Running ), 'force' => true, 'phase' => RunPhase::Vanished, 'finished_at' => null ] );
		} finally {
			$lease->release();
		}
	}

	/**
	 * Remarks of a run in the order of its rows.
	 *
	 * @param int $id       Run.
	 * @param int $page     From 1.
	 * @param int $per_page How many.
	 * @return list<Finding>
	 */
	public function findings( int $id, int $page = 1, int $per_page = 100 ): array {
		return $this->reports->findings( $id, $page, $per_page );
	}

	/**
	 * What a run changed, or would change; the first {@see Run::MAX_CHANGES}.
	 *
	 * @param int $id       Run.
	 * @param int $page     From 1.
	 * @param int $per_page How many.
	 * @return list<Change>
	 */
	public function changes( int $id, int $page = 1, int $per_page = 100 ): array {
		return $this->reports->changes( $id, $page, $per_page );
	}

	/**
	 * Notes a run that could not even begin, so that somebody learns of it.
	 *
	 * @param RunRequest $request What was to be imported.
	 * @param string     $reason  Code.
	 * @param string     $detail  What it is about.
	 * @throws RuntimeException When the database refuses.
	 */
	public function record_failure( RunRequest $request, string $reason, string $detail ): Run {
		$run = $this->runs->add( $this->made( $request, '' ) );
		return $this->steps->save( $run, Steps::ended( RunState::Failed, $reason, $detail ) ) ?? $run;
	}

	/** Works on a run as long as the lock holds; the longer lock of a download only for that. */
	private function hold( int $id, Lease $lease, float $until ): ?Run {
		$run = $this->runs->get( $id );
		if ( null !== $run && $run->state->active() && ! $this->input->can_go_on( $run ) ) {
			// Only the process that was given the password can read a table. When it is dead, nobody can.
			return $this->is_alive( $run ) ? $run : $this->abandon( $run );
		}
		while ( null !== $run && $run->state->active() ) {
			$fetched = RunInput::fetches( $run );
			$run     = $this->work( $run, $lease );
			if ( $fetched || microtime( true ) >= $until || ! $lease->renew() ) {
				break;
			}
		}
		return $run;
	}

	private function work( Run $run, Lease $lease ): ?Run {
		try {
			$after = $this->steps->advance( $run, $lease->renew( ... ) ) ?? $this->runs->get( $run->id );
		} catch ( RunTakenOver ) {
			return $this->runs->get( $run->id );
		} catch ( UnreadableInput $problem ) {
			$after = $this->fail( $run, $problem->problem->value, $problem->detail );
		} catch ( DownloadFailed $problem ) {
			$after = $this->fail( $run, $problem->problem->value, $problem->detail );
		} catch ( InvalidMapping $problem ) {
			$after = $this->fail( $run, 'invalid_mapping', $problem->getMessage() );
		} catch ( InputChanged ) {
			$after = $this->fail( $run, 'input_changed', '' );
		} catch ( RuntimeException $problem ) {
			$after = $this->fail( $run, 'database', $problem->getMessage() );
		} catch ( Throwable $problem ) {
			$this->fail( $run, 'error', $problem->getMessage() );
			throw $problem;
		}
		if ( null !== $after && ! $after->state->active() ) {
			$this->end( $after );
		}
		return $after;
	}

	private function fail( Run $run, string $reason, string $detail ): ?Run {
		return $this->steps->save( $run, Steps::ended( RunState::Failed, $reason, $detail ) ) ?? $this->runs->get( $run->id );
	}

	/** What is to be done once at the end of a run, however it ended. */
	private function end( Run $run ): void {
		$this->input->release( $run );
		if ( $run->dry_run ) {
			$this->origins->forget_notes( $run->id );
		} else {
			$this->places->recount();
		}
		foreach ( $this->runs->prune( $run->source, self::KEEP ) as $old ) {
			$this->input->release( $old );
		}
		if ( ! $run->dry_run ) {
			( $this->announce )( $run );
		}
	}

	/**
	 * The run that was interrupted when this one was asked for before.
	 *
	 * @throws ImportBusy When another run is on.
	 */
	private function interrupted( RunRequest $request, Mapping $mapping ): ?Run {
		foreach ( $this->runs->active() as $run ) {
			$same = $run->source === $request->source && $run->mapping_hash === $mapping->hash && $run->dry_run === $request->dry_run && $run->input === RunInput::stored( $request->input );
			if ( $same && $this->unchanged( $run, $request, $mapping ) ) {
				return $run->force === $request->force ? $run : $this->steps->save( $run, [ 'force' => $request->force ] );
			}
			if ( $same ) {
				$this->fail( $run, 'input_changed', '' );
			}
		}
		$this->make_room();
		return null;
	}

	/** Whether the input is still the one the run began with. */
	private function unchanged( Run $run, RunRequest $request, Mapping $mapping ): bool {
		if ( RunPhase::Prepare === $run->phase ) {
			return true;
		}
		$this->input->remember( $run, $request->input );
		try {
			return $this->input->open( $run, $mapping )->fingerprint() === $run->fingerprint;
		} catch ( UnreadableInput ) {
			return false;
		}
	}

	/**
	 * Ends runs that nobody has moved on for long.
	 *
	 * @throws ImportBusy When one is alive.
	 */
	private function make_room(): void {
		foreach ( $this->runs->active() as $run ) {
			if ( $this->is_alive( $run ) ) {
				throw new ImportBusy( $run );
			}
			$this->abandon( $run );
		}
	}

	private function is_alive( Run $run ): bool {
		return $run->beat_at->getTimestamp() > $this->clock->now()->getTimestamp() - self::ABANDONED;
	}

	private function abandon( Run $run ): ?Run {
		$ended = $this->fail( $run, 'abandoned', '' );
		if ( null !== $ended && ! $ended->state->active() ) {
			$this->end( $ended );
		}
		return $ended;
	}

	private function made( RunRequest $request, string $mapping_hash ): Run {
		$now = $this->clock->now();
		return new Run(
			id: 0,
			source: $request->source,
			label: mb_substr( $request->label, 0, 100 ),
			input: RunInput::stored( $request->input ),
			input_name: '' === $request->name ? Location::of( $request->input )->label() : $request->name,
			mapping: $request->mapping,
			mapping_hash: $mapping_hash,
			dry_run: $request->dry_run,
			force: $request->force,
			user_id: $request->user_id,
			state: RunState::Waiting,
			phase: RunPhase::Prepare,
			reason: '',
			detail: '',
			position: 0,
			total: null,
			incomplete: false,
			fingerprint: '',
			counts: new RunCounts(),
			fetched: [],
			started_at: $now,
			beat_at: $now,
			finished_at: null,
		);
	}
}
