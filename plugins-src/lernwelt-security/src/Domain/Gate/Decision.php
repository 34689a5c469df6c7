<?php
/**
 * What the gate does.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Gate;

/** What happens to a request. */
enum Decision: int {

	/** WordPress answers. */
	case Pass = 200;

	/** Off to the login page. */
	case SendToLogin = 302;

	/** Not without a login. */
	case AskForLogin = 401;

	/** Not for this person. */
	case Refuse = 403;
}
