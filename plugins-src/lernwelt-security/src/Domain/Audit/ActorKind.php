<?php
/**
 * Who did something.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Audit;

/** What kind of actor an event has. */
enum ActorKind: string {

	/** Nobody is logged in. */
	case Guest = 'guest';

	/** A pupil: a role without a person; nothing about them is kept. */
	case Pupil = 'pupil';

	/** Somebody with an account. */
	case User = 'user';

	/** Scheduled work. */
	case System = 'system';

	/** The command line. */
	case CommandLine = 'cli';
}
