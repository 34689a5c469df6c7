<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Unit\Protocol;

use Firebase\JWT\JWT;
use OpenSSLAsymmetricKey;
use RuntimeException;

/** A key pair that signs tokens, good and bad ones. */
final class Signer {

	private function __construct( private readonly OpenSSLAsymmetricKey $key, private readonly string $algorithm, public readonly string $kid ) {}

	public static function make( string $algorithm = 'RS256', string $kid = 'key-1', int $bits = 2048 ): self {
		$key = openssl_pkey_new( 'ES256' === $algorithm ? [ 'private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1' ] : [ 'private_key_bits' => $bits ] );
		return new self( false === $key ? throw new RuntimeException( 'No key.' ) : $key, $algorithm, $kid );
	}

	/**
	 * The public key as it is published.
	 *
	 * @param array<string, mixed> $changes Members; null takes one away.
	 * @return array<string, mixed>
	 */
	public function jwk( array $changes = [] ): array {
		$details = openssl_pkey_get_details( $this->key );
		$numbers = $details['rsa'] ?? $details['ec'] ?? throw new RuntimeException( 'No numbers.' );
		$jwk     = [ 'kid' => $this->kid, 'use' => 'sig', 'alg' => $this->algorithm, 'kty' => isset( $details['rsa'] ) ? 'RSA' : 'EC' ];
		foreach ( array_intersect_key( $numbers, [ 'n' => 1, 'e' => 1, 'x' => 1, 'y' => 1 ] ) as $name => $bytes ) {
			$jwk[ $name ] = self::encode( 'x' === $name || 'y' === $name ? str_pad( $bytes, 32, "\0", STR_PAD_LEFT ) : $bytes );
		}
		$jwk += isset( $details['ec'] ) ? [ 'crv' => 'P-256' ] : [];
		return array_filter( $changes + $jwk, static fn ( mixed $value ): bool => null !== $value );
	}

	/**
	 * @param array<mixed>         $claims Claims.
	 * @param array<string, mixed> $header Members of the header; null takes one away.
	 */
	public function token( array $claims, array $header = [] ): string {
		$header = array_filter( $header + [ 'alg' => $this->algorithm, 'typ' => 'JWT', 'kid' => $this->kid ], static fn ( mixed $value ): bool => null !== $value );
		$input  = self::encode( (string) json_encode( $header ) ) . '.' . self::encode( (string) json_encode( $claims ) );
		if ( 'RS256' === $this->algorithm ) {
			// php-jwt would not sign with a short key.
			openssl_sign( $input, $signature, $this->key, OPENSSL_ALGO_SHA256 );
		} else {
			$signature = JWT::sign( $input, $this->key, $this->algorithm );
		}
		return $input . '.' . self::encode( $signature );
	}

	public static function encode( string $bytes ): string {
		return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' );
	}
}
