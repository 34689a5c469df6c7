<?php
/**
 * Report of an import.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Schools\Import;

use Lernwelt\Core\Schools\School;

/** What an import did, or would do in a dry run. */
final readonly class ImportReport {

	/**
	 * @param bool             $dry_run   Whether nothing was written.
	 * @param list<School>     $added     New schools.
	 * @param list<School>     $changed   Schools whose facts are others now.
	 * @param int              $unchanged Schools that were the same already.
	 * @param list<School>     $missing   Schools of the register that the file doesn't have; they stay.
	 * @param list<School>     $removed   The same ones when they were to be taken out.
	 * @param list<RowProblem> $problems  Refused lines; nothing of them was taken over.
	 */
	public function __construct(
		public bool $dry_run,
		public array $added,
		public array $changed,
		public int $unchanged,
		public array $missing,
		public array $removed,
		public array $problems,
	) {}
}
