<?php
/**
 * A provider's keys.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

use Firebase\JWT\JWK;
use Firebase\JWT\Key;
use Lernwelt\Sso\Domain\LoginRefused;
use Throwable;

/** Finds the one key that a signature may be checked with. */
final readonly class SignatureKeys {

	/** No key has the name that the token says; it may be new. */
	public const UNKNOWN = 'key_unknown';

	/** Shortest RSA key in bits. */
	private const RSA_BITS = 2048;

	private const KINDS = [ 'RS256' => 'RSA', 'PS256' => 'RSA', 'ES256' => 'EC' ];

	/**
	 * @param list<array<mixed>> $keys Members of `keys`.
	 */
	private function __construct( private array $keys ) {}

	/**
	 * @param mixed $document Decoded JSON Web Key Set.
	 * @throws LoginRefused With reason `keys_malformed`.
	 */
	public static function from( mixed $document ): self {
		$keys = is_array( $document ) ? $document['keys'] ?? null : null;
		if ( ! is_array( $keys ) ) {
			throw new LoginRefused( 'keys_malformed' );
		}
		return new self( array_values( array_filter( $keys, is_array( ... ) ) ) );
	}

	/**
	 * The key of a token. Without a name it is taken only when there is just one that could be meant: trying several
	 * would let a provider's oldest key vouch for everything.
	 *
	 * @param ?string $kid       Name in the token's header.
	 * @param string  $algorithm Algorithm, one of ours.
	 * @throws LoginRefused With reason `key_unknown`, `key_ambiguous`, `key_unusable` or `key_too_short`.
	 */
	public function select( ?string $kid, string $algorithm ): Key {
		$named = null === $kid ? $this->keys : array_filter( $this->keys, static fn ( array $key ): bool => ( $key['kid'] ?? null ) === $kid );
		if ( [] === $named ) {
			throw new LoginRefused( self::UNKNOWN );
		}
		$usable = array_values( array_filter( $named, static fn ( array $key ): bool => self::is_for( $key, $algorithm ) ) );
		if ( 1 < count( $usable ) ) {
			throw new LoginRefused( 'key_ambiguous' );
		}
		$key = $usable[0] ?? throw new LoginRefused( null === $kid ? self::UNKNOWN : 'key_unusable' );
		if ( 'RSA' === $key['kty'] && self::bits( $key['n'] ?? null ) < self::RSA_BITS ) {
			throw new LoginRefused( 'key_too_short' );
		}
		try {
			return JWK::parseKey( [ 'alg' => $algorithm ] + $key ) ?? throw new LoginRefused( 'key_unusable' );
		} catch ( LoginRefused $refused ) {
			throw $refused;
		} catch ( Throwable ) {
			throw new LoginRefused( 'key_unusable' );
		}
	}

	/** @param array<mixed> $key */
	private static function is_for( array $key, string $algorithm ): bool {
		$uses = $key['key_ops'] ?? [ 'verify' ];
		return self::KINDS[ $algorithm ] === ( $key['kty'] ?? null )
			&& ( 'ES256' !== $algorithm || 'P-256' === ( $key['crv'] ?? null ) )
			&& in_array( $key['use'] ?? 'sig', [ 'sig' ], true )
			&& ( $key['alg'] ?? $algorithm ) === $algorithm
			&& is_array( $uses ) && in_array( 'verify', $uses, true )
			&& self::all_text( $key );
	}

	/** @param array<mixed> $key */
	private static function all_text( array $key ): bool {
		foreach ( [ 'n', 'e', 'x', 'y' ] as $number ) {
			$value = $key[ $number ] ?? 'AQ';
			if ( ! is_string( $value ) || 1 !== preg_match( '/^[A-Za-z0-9_-]{1,2048}$/D', $value ) ) {
				return false;
			}
		}
		return true;
	}

	private static function bits( mixed $modulus ): int {
		$bytes = ltrim( is_string( $modulus ) ? (string) base64_decode( strtr( $modulus, '-_', '+/' ), true ) : '', "\0" );
		return '' === $bytes ? 0 : 8 * ( strlen( $bytes ) - 1 ) + strlen( decbin( ord( $bytes[0] ) ) );
	}
}
