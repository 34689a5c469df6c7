<?php
/**
 * Part of a run.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Runs;

/** What a run does next. */
enum RunPhase: string {

	/** Fetch the input and look whether the mapping fits. */
	case Prepare = 'prepare';

	/** Read and write rows. */
	case Rows = 'rows';

	/** Look after places that the source doesn't have any more. */
	case Vanished = 'vanished';

	/** Nothing. */
	case Done = 'done';
}
