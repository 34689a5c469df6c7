<?php
/**
 * What a session knows of the provider.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Session;

use Lernwelt\Core\Seal;
use Lernwelt\Sso\Domain\TokenSet;
use Lernwelt\Sso\Domain\VerifiedLogin;
use SensitiveParameter;

/** Identity, provider's session and tokens; stored only sealed with a key that the browser holds. */
final readonly class ProviderSession {

	/** Seconds after which tokens are renewed when the provider doesn't say how long they last. */
	private const USUAL = 300;

	private const CONTEXT = 'lernwelt session tokens 1';

	/**
	 * @param string   $issuer  `iss`.
	 * @param string   $subject `sub`.
	 * @param string   $sid     The provider's session.
	 * @param TokenSet $tokens  Tokens.
	 */
	public function __construct( public string $issuer, public string $subject, public string $sid, #[SensitiveParameter] public TokenSet $tokens ) {}

	/**
	 * Of a login.
	 *
	 * @param VerifiedLogin $login Login.
	 */
	public static function of( VerifiedLogin $login ): self {
		return new self( $login->issuer, $login->subject, $login->sid, $login->tokens );
	}

	/**
	 * When to ask the provider again.
	 *
	 * @param int $now Unix time.
	 * @return int Unix time, 0 for never.
	 */
	public function renew_at( int $now ): int {
		if ( null === $this->tokens->refresh_token || '' === $this->tokens->refresh_token ) {
			return 0;
		}
		return 0 === $this->tokens->expires_at ? $now + self::USUAL : $this->tokens->expires_at;
	}

	/**
	 * Encrypts it.
	 *
	 * @param string $cookie Token of the session's cookie.
	 */
	public function seal( #[SensitiveParameter] string $cookie ): string {
		$text = json_encode(
			[ $this->issuer, $this->subject, $this->sid, $this->tokens->id_token, $this->tokens->access_token, $this->tokens->refresh_token, $this->tokens->expires_at ],
			JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE
		);
		return Seal::close( $text, self::key( $cookie ) );
	}

	/**
	 * Decrypts it.
	 *
	 * @param string $sealed What was stored.
	 * @param string $cookie Token of the session's cookie.
	 * @return ?self Null when it is empty, changed, or belongs to another cookie.
	 */
	public static function open( string $sealed, #[SensitiveParameter] string $cookie ): ?self {
		$text = Seal::open( $sealed, self::key( $cookie ) );
		$data = null === $text ? null : json_decode( $text, true );
		if ( ! is_array( $data ) || ! array_is_list( $data ) || 7 !== count( $data ) ) {
			return null;
		}
		[ $issuer, $subject, $sid, $id, $access, $refresh, $expires ] = $data;
		if ( ! is_string( $issuer ) || ! is_string( $subject ) || ! is_string( $sid ) || ! is_string( $id ) || ! is_string( $access ) || ! is_int( $expires ) ) {
			return null;
		}
		return new self( $issuer, $subject, $sid, new TokenSet( $id, $access, is_string( $refresh ) ? $refresh : null, $expires ) );
	}

	/** Follows from the cookie alone: the database knows only the hash of it. */
	private static function key( #[SensitiveParameter] string $cookie ): string {
		return hash_hkdf( 'sha256', $cookie, Seal::KEY_BYTES, self::CONTEXT );
	}
}
