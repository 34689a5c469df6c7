<?php
/**
 * Tokens that the database can not read.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Session;

use Lernwelt\Sso\Domain\TokenSet;
use RuntimeException;
use SensitiveParameter;

/**
 * What a session keeps of its login. It is stored encrypted with a key derived from the token in the browser's cookie:
 * whoever has the database alone, a backup for instance, reads nothing.
 */
final readonly class Sealed {

	private const PURPOSE = 'lernwelt session tokens';

	/**
	 * @param string   $issuer  `iss`.
	 * @param string   $subject `sub`.
	 * @param string   $sid     The provider's session, '' for none.
	 * @param TokenSet $tokens  Tokens.
	 */
	public function __construct( public string $issuer, public string $subject, public string $sid, #[SensitiveParameter] public TokenSet $tokens ) {}

	/**
	 * @param string $token The browser's token.
	 * @return string Base64.
	 */
	public function sealed( #[SensitiveParameter] string $token ): string {
		$nonce = random_bytes( SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );
		$plain = json_encode(
			[ $this->issuer, $this->subject, $this->sid, $this->tokens->id_token, $this->tokens->access_token, $this->tokens->refresh_token, $this->tokens->expires_at ],
			JSON_THROW_ON_ERROR
		);
		return base64_encode( $nonce . sodium_crypto_secretbox( $plain, $nonce, self::key( $token ) ) );
	}

	/**
	 * @param string $secret What was stored.
	 * @param string $token  The browser's token.
	 * @throws RuntimeException When it was changed, or belongs to another token.
	 */
	public static function open( string $secret, #[SensitiveParameter] string $token ): self {
		$bytes = base64_decode( $secret, true );
		$plain = false === $bytes || strlen( $bytes ) <= SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ? false : sodium_crypto_secretbox_open(
			substr( $bytes, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ),
			substr( $bytes, 0, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ),
			self::key( $token )
		);
		if ( false === $plain ) {
			throw new RuntimeException( 'The tokens of a session can not be read.' );
		}
		[ $issuer, $subject, $sid, $id, $access, $refresh, $expires ] = json_decode( $plain, true, 3, JSON_THROW_ON_ERROR );
		return new self( (string) $issuer, (string) $subject, (string) $sid, new TokenSet( (string) $id, (string) $access, is_string( $refresh ) ? $refresh : null, (int) $expires ) );
	}

	private static function key( #[SensitiveParameter] string $token ): string {
		return hash_hkdf( 'sha256', $token, SODIUM_CRYPTO_SECRETBOX_KEYBYTES, self::PURPOSE );
	}
}
