<?php
/**
 * Imports that run by themselves.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Import;

use Lernwelt\Core\Clock;
use Lernwelt\Places\Application\Sources\ImportSource;
use Lernwelt\Places\Application\Sources\ImportSources;
use Lernwelt\Places\Domain\Import\InvalidMapping;
use Lernwelt\Places\Domain\Runs\Run;

/**
 * Called every minute: goes on with the run that is on – also with one whose browser was closed or whose process was
 * killed – and starts those whose time has come.
 */
final readonly class Schedule {

	/** Seconds of work a call does at most; what was begun is ended first. */
	private const SECONDS = 15.0;

	/**
	 * @param ImportRuns    $runs    Runs.
	 * @param ImportSources $sources Saved sources.
	 * @param Clock         $clock   Time.
	 */
	public function __construct( private ImportRuns $runs, private ImportSources $sources, private Clock $clock ) {}

	/** One call on the current portal. */
	public function run(): void {
		$active = $this->runs->active();
		if ( null === $active ) {
			$source = $this->due();
			$active = null === $source ? null : $this->start( $source );
		}
		if ( null !== $active ) {
			$this->runs->step( $active->id, self::SECONDS );
		}
	}

	/**
	 * When a source is fetched next; Unix time, null when nothing is planned.
	 *
	 * @param ImportSource $source Source.
	 */
	public function next( ImportSource $source ): ?int {
		if ( 0 === $source->seconds() ) {
			return null;
		}
		$last = $this->runs->last_start( $source->source );
		return null === $last ? $this->clock->now()->getTimestamp() : $last + $source->seconds();
	}

	private function due(): ?ImportSource {
		foreach ( $this->sources->all() as $source ) {
			$next = $this->next( $source );
			if ( null !== $next && $next <= $this->clock->now()->getTimestamp() ) {
				return $source;
			}
		}
		return null;
	}

	private function start( ImportSource $source ): ?Run {
		$request = new RunRequest( $source->source, $source->label, $source->url, $source->mapping );
		try {
			return $this->runs->start( $request );
		} catch ( ImportBusy ) {
			// Somebody was faster; the next minute will do.
			return null;
		} catch ( InvalidMapping $invalid ) {
			$this->runs->record_failure( $request, 'invalid_mapping', $invalid->getMessage() );
			return null;
		}
	}
}
