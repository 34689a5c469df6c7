<?php
/**
 * What a verification found.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Audit;

/** Result of a verification. */
enum Finding: string {

	/** Every line is there and as it was written. */
	case Whole = 'whole';

	/** A line was changed, or moved to another place. */
	case Changed = 'changed';

	/** A line is missing. */
	case Missing = 'missing';

	/** There is a line that this log didn't write. */
	case Inserted = 'inserted';

	/** The record of the last line is missing or not ours. */
	case HeadForged = 'head_forged';

	/** The record of what was deleted is missing or not ours. */
	case CheckpointForged = 'checkpoint_forged';

	/** The log does not contain the state that somebody noted earlier. */
	case OtherHistory = 'other_history';
}
