<?php
/**
 * What a state is for.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

/** A state of one kind is none of the other. */
enum StateKind: string {

	case Login  = 'login';
	case Logout = 'logout';
}
