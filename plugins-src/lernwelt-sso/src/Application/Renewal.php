<?php
/**
 * Fresh tokens for a session.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application;

use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\TokenSet;
use Lernwelt\Sso\Domain\VerifiedLogin;

/** Asks the provider whether a session still holds. */
interface Renewal {

	/**
	 * Uses the refresh token.
	 *
	 * @param string   $issuer  Issuer of the session.
	 * @param string   $subject Subject of the session; the answer must be about the same.
	 * @param string   $sid     The provider's session.
	 * @param TokenSet $tokens  Tokens so far.
	 * @return ?VerifiedLogin Null when the provider doesn't answer: the session lives on to its own limit.
	 * @throws LoginRefused When the provider says that the session is over, or answers about somebody else.
	 */
	public function renew( string $issuer, string $subject, string $sid, #[\SensitiveParameter] TokenSet $tokens ): ?VerifiedLogin;
}
