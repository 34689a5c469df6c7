<?php
/**
 * Contract of the stored runs.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Runs;

use RuntimeException;

/** Runs of the current portal. */
interface RunStore {

	/**
	 * Stores a new run.
	 *
	 * @param Run $run Run; its number doesn't matter.
	 * @return Run With its number.
	 * @throws RuntimeException When the database refuses.
	 */
	public function add( Run $run ): Run;

	/**
	 * Stores progress, unless somebody else moved or ended the run since it was read.
	 *
	 * @param Run $before As it was read.
	 * @param Run $after  As it is now.
	 * @return bool Whether it was stored.
	 * @throws RuntimeException When the database refuses.
	 */
	public function save( Run $before, Run $after ): bool;

	/**
	 * @param int $id Number.
	 */
	public function get( int $id ): ?Run;

	/**
	 * The latest runs, newest first.
	 *
	 * @param int $limit How many.
	 * @return list<Run>
	 */
	public function latest( int $limit ): array;

	/**
	 * Runs that have something to do, oldest first.
	 *
	 * @return list<Run>
	 */
	public function active(): array;

	/**
	 * The run of a source before another one, dry runs left out.
	 *
	 * @param string $source Short name.
	 * @param int    $before Number of the other one; 0 for the latest of all.
	 */
	public function previous( string $source, int $before = 0 ): ?Run;

	/**
	 * Deletes old runs of a source with their reports; running ones stay.
	 *
	 * @param string $source Short name.
	 * @param int    $keep   How many of the newest stay.
	 * @return list<Run> What was deleted.
	 * @throws RuntimeException When the database refuses.
	 */
	public function prune( string $source, int $keep ): array;
}
