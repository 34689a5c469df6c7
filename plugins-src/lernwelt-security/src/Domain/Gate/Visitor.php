<?php
/**
 * Who stands before the gate.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Gate;

/** How somebody stands to this portal. */
enum Visitor: string {

	/** Nobody is logged in. */
	case Guest = 'guest';

	/** Logged in, but without a role on this portal. */
	case Stranger = 'stranger';

	/** A person with a role here, or a pupil. */
	case Member = 'member';
}
