<?php
/**
 * What the provider hands out.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain;

/** Tokens of a session. They are never logged, and stored only encrypted with a key that the browser holds. */
final readonly class TokenSet {

	/**
	 * @param string  $id_token      The verified ID token, for `id_token_hint`.
	 * @param string  $access_token  Access token.
	 * @param ?string $refresh_token Refresh token, if there is one; it rotates.
	 * @param int     $expires_at    Unix time when the access token ends; 0 when the provider doesn't say.
	 */
	public function __construct(
		#[\SensitiveParameter] public string $id_token,
		#[\SensitiveParameter] public string $access_token,
		#[\SensitiveParameter] public ?string $refresh_token,
		public int $expires_at,
	) {}
}
