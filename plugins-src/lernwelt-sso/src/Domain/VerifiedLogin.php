<?php
/**
 * A login that passed every check.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain;

/** What the provider says about a person, after ID token, userinfo and state were verified. */
final readonly class VerifiedLogin {

	/**
	 * @param string               $issuer    `iss`: with the subject the person's identity.
	 * @param string               $subject   `sub`.
	 * @param string               $sid       The provider's session, '' when it names none.
	 * @param array<string, mixed> $claims    Claims of ID token and userinfo together.
	 * @param TokenSet             $tokens    Tokens.
	 * @param string               $return_to Path on this portal to go back to, begins with one slash.
	 */
	public function __construct(
		public string $issuer,
		public string $subject,
		public string $sid,
		#[\SensitiveParameter] public array $claims,
		#[\SensitiveParameter] public TokenSet $tokens,
		public string $return_to,
	) {}
}
