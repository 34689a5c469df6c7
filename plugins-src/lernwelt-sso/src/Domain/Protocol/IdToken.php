<?php
/**
 * An ID token that passed every rule.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

use Lernwelt\Sso\Domain\LoginRefused;

/** OpenID Connect Core 3.1.3.7 and 12.2. */
final readonly class IdToken {

	/**
	 * @param string               $subject `sub`.
	 * @param string               $sid     Session at the provider, '' when none is named.
	 * @param array<string, mixed> $claims  All claims.
	 */
	private function __construct( public string $subject, public string $sid, #[\SensitiveParameter] public array $claims ) {}

	/**
	 * @param SignedToken   $token        The token.
	 * @param SignatureKeys $keys         The provider's keys.
	 * @param Configuration $client       For whom it must be.
	 * @param ?string       $nonce        What must stand in it; null after a renewal, where there is none.
	 * @param string        $access_token What came with it.
	 * @param int           $now          Unix time.
	 * @throws LoginRefused With a code for the rule that was broken.
	 */
	public static function verify( SignedToken $token, SignatureKeys $keys, Configuration $client, #[\SensitiveParameter] ?string $nonce, #[\SensitiveParameter] string $access_token, int $now ): self {
		if ( ! in_array( $token->typ, [ '', 'jwt' ], true ) ) {
			throw new LoginRefused( 'token_type_refused' );
		}
		$claims = $token->claims( $keys, $now );
		$rules  = new ClaimRules( $claims );
		$rules->issuer( $client->issuer->url );
		$rules->audience( $client->client_id );
		$rules->times( $now );
		self::check_nonce( $claims, $nonce );
		self::check_hash( $claims, $access_token );
		return new self( $rules->name( 'sub' ) ?? throw new LoginRefused( 'sub_missing' ), $rules->name( 'sid' ) ?? '', $claims );
	}

	/** @param array<string, mixed> $claims */
	private static function check_nonce( #[\SensitiveParameter] array $claims, #[\SensitiveParameter] ?string $nonce ): void {
		$sent = $claims['nonce'] ?? null;
		if ( null !== $nonce && null === $sent ) {
			throw new LoginRefused( 'nonce_missing' );
		}
		if ( null !== $nonce && ( ! is_string( $sent ) || ! hash_equals( $nonce, $sent ) ) ) {
			throw new LoginRefused( 'nonce_invalid' );
		}
	}

	/** @param array<string, mixed> $claims */
	private static function check_hash( #[\SensitiveParameter] array $claims, #[\SensitiveParameter] string $access_token ): void {
		if ( ! array_key_exists( 'at_hash', $claims ) ) {
			return;
		}
		// All algorithms of ours have 256 bits; the hash is their left half.
		$half = rtrim( strtr( base64_encode( substr( hash( 'sha256', $access_token, true ), 0, 16 ) ), '+/', '-_' ), '=' );
		if ( ! is_string( $claims['at_hash'] ) || ! hash_equals( $half, $claims['at_hash'] ) ) {
			throw new LoginRefused( 'at_hash_invalid' );
		}
	}
}
