<?php
/**
 * A refused line.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Schools\Import;

use Lernwelt\Core\Schools\SchoolProblem;

/** Says where a file is wrong, and what is. */
final readonly class RowProblem {

	/**
	 * @param int           $line    Line of the file in which the row begins; the headings are line 1.
	 * @param SchoolProblem $problem What is wrong.
	 * @param string        $value   What stands there, up to 80 characters.
	 */
	public function __construct(
		public int $line,
		public SchoolProblem $problem,
		public string $value,
	) {}
}
