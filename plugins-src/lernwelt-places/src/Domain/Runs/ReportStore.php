<?php
/**
 * Contract of the reports.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Runs;

use Lernwelt\Places\Domain\Import\Finding;
use RuntimeException;

/** Findings and changes of runs. */
interface ReportStore {

	/**
	 * @param int           $run      Run.
	 * @param list<Finding> $findings Remarks.
	 * @throws RuntimeException When the database refuses.
	 */
	public function add_findings( int $run, array $findings ): void;

	/**
	 * @param int          $run     Run.
	 * @param list<Change> $changes Changes.
	 * @throws RuntimeException When the database refuses.
	 */
	public function add_changes( int $run, array $changes ): void;

	/**
	 * Remarks in the order of the rows.
	 *
	 * @param int $run      Run.
	 * @param int $page     From 1.
	 * @param int $per_page How many.
	 * @return list<Finding>
	 */
	public function findings( int $run, int $page, int $per_page ): array;

	/**
	 * Changes in the order in which they happened.
	 *
	 * @param int $run      Run.
	 * @param int $page     From 1.
	 * @param int $per_page How many.
	 * @return list<Change>
	 */
	public function changes( int $run, int $page, int $per_page ): array;
}
