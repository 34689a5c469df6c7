<?php
/**
 * What a provider says about itself.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

use Lernwelt\Sso\Domain\LoginRefused;

/** The discovery document, checked. */
final readonly class ProviderMetadata {

	/**
	 * @param string  $authorization Where people are sent.
	 * @param string  $token         Token endpoint.
	 * @param string  $keys          Address of the keys.
	 * @param ?string $userinfo      Endpoint of claims.
	 * @param ?string $end_session   Where people log out.
	 * @param bool    $sends_issuer  Whether each answer names its issuer (RFC 9207).
	 */
	private function __construct(
		public string $authorization,
		public string $token,
		public string $keys,
		public ?string $userinfo,
		public ?string $end_session,
		public bool $sends_issuer,
	) {}

	/**
	 * @param mixed  $document Decoded JSON.
	 * @param Issuer $issuer   Who must have written it.
	 * @throws LoginRefused With reason `discovery_malformed`, `issuer_mismatch` or `endpoint_foreign`.
	 */
	public static function from( mixed $document, Issuer $issuer ): self {
		if ( ! is_array( $document ) ) {
			throw new LoginRefused( 'discovery_malformed' );
		}
		if ( ( $document['issuer'] ?? null ) !== $issuer->url ) {
			throw new LoginRefused( 'issuer_mismatch' );
		}
		return new self(
			self::endpoint( $document, 'authorization_endpoint', $issuer ) ?? throw new LoginRefused( 'discovery_malformed' ),
			self::endpoint( $document, 'token_endpoint', $issuer ) ?? throw new LoginRefused( 'discovery_malformed' ),
			self::endpoint( $document, 'jwks_uri', $issuer ) ?? throw new LoginRefused( 'discovery_malformed' ),
			self::endpoint( $document, 'userinfo_endpoint', $issuer ),
			self::endpoint( $document, 'end_session_endpoint', $issuer ),
			true === ( $document['authorization_response_iss_parameter_supported'] ?? false ),
		);
	}

	/** @param array<mixed> $document */
	private static function endpoint( array $document, string $name, Issuer $issuer ): ?string {
		$url = $document[ $name ] ?? null;
		if ( null === $url ) {
			return null;
		}
		if ( ! is_string( $url ) || ! $issuer->owns( $url ) ) {
			throw new LoginRefused( 'endpoint_foreign' );
		}
		return $url;
	}
}
