<?php
/**
 * Kinds of changes.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Runs;

/** What happens with a place. */
enum ChangeKind: string {
	case Created     = 'created';
	case Updated     = 'updated';
	case Unpublished = 'unpublished';

	/** It was taken offline by an earlier run, and the source has it again. */
	case Published = 'published';
}
