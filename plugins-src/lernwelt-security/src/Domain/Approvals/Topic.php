<?php
/**
 * What needs two people.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Approvals;

/** The three subjects of the four-eyes principle; each can be switched off alone, on the server only. */
enum Topic: string {
	case Rights  = 'rights';
	case Erasure = 'erasure';
	case Export  = 'export';
}
