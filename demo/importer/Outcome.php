<?php
/**
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

namespace Lernwelt\Demo;

/** What became of one piece of demo content. */
enum Outcome: string {
	case Added   = 'added';
	case Renewed = 'renewed';
	case Kept    = 'kept';
	case Removed = 'removed';
}
