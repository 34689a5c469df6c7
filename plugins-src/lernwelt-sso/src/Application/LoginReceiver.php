<?php
/**
 * Who takes a verified login.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application;

use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\VerifiedLogin;

/** Turns what the provider says into an account with its roles, or into a pupil's session. */
interface LoginReceiver {

	/**
	 * Lets somebody in on the current portal: account, memberships, session, cookies.
	 *
	 * @param VerifiedLogin $login Verified login.
	 * @throws LoginRefused When the person may not get in; nothing was changed then.
	 */
	public function admit( VerifiedLogin $login ): void;

	/**
	 * Brings the roles of a running session up to date after its tokens were renewed.
	 *
	 * @param int           $user_id Account of the session.
	 * @param VerifiedLogin $login   What the provider says now; must be the same identity.
	 * @throws LoginRefused When the person may not stay.
	 */
	public function renew( int $user_id, VerifiedLogin $login ): void;
}
