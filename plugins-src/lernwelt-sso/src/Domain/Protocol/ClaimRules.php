<?php
/**
 * Rules that ID tokens and logout tokens share.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

use Lernwelt\Sso\Domain\LoginRefused;

/** Checks single claims; each refusal has a code of its own. */
final readonly class ClaimRules {

	/** Longest subject (OpenID Connect Core 2); other names are held to it too. */
	private const LENGTH = 255;

	/**
	 * @param array<string, mixed> $claims Claims of a token with a good signature.
	 */
	public function __construct( #[\SensitiveParameter] private array $claims ) {}

	/**
	 * @param string $issuer Who must have made it, letter by letter.
	 * @throws LoginRefused With reason `issuer_invalid`.
	 */
	public function issuer( string $issuer ): void {
		self::refuse_unless( ( $this->claims['iss'] ?? null ) === $issuer, 'issuer_invalid' );
	}

	/**
	 * For us and nobody else: another audience could use the token against us.
	 *
	 * @param string $client_id This client.
	 * @throws LoginRefused With reason `audience_invalid` or `authorized_party_invalid`.
	 */
	public function audience( string $client_id ): void {
		$audience = $this->claims['aud'] ?? null;
		self::refuse_unless( [ $client_id ] === ( is_array( $audience ) ? $audience : [ $audience ] ), 'audience_invalid' );
		self::refuse_unless( ( $this->claims['azp'] ?? $client_id ) === $client_id, 'authorized_party_invalid' );
	}

	/**
	 * `exp` and `iat` must be there, `nbf` may; php-jwt has looked at those that are there already.
	 *
	 * @param int $now Unix time.
	 * @throws LoginRefused With reason `expiry_missing`, `expired`, `issue_time_missing`, `issued_in_future` or `not_yet_valid`.
	 */
	public function times( int $now ): void {
		$expires = $this->time( 'exp' ) ?? throw new LoginRefused( 'expiry_missing' );
		$issued  = $this->time( 'iat' ) ?? throw new LoginRefused( 'issue_time_missing' );
		self::refuse_unless( $expires > $now - SignedToken::SKEW, 'expired' );
		self::refuse_unless( $issued <= $now + SignedToken::SKEW, 'issued_in_future' );
		if ( array_key_exists( 'nbf', $this->claims ) ) {
			self::refuse_unless( ( $this->time( 'nbf' ) ?? PHP_INT_MAX ) <= $now + SignedToken::SKEW, 'not_yet_valid' );
		}
	}

	/** Unix time when the token ends. Call times() first. */
	public function expires(): int {
		return (int) ( $this->time( 'exp' ) ?? 0 );
	}

	/**
	 * A name: subject, session, number of a token.
	 *
	 * @param string $claim Claim.
	 * @return ?string Null when it is missing.
	 * @throws LoginRefused With reason `CLAIM_invalid`.
	 */
	public function name( string $claim ): ?string {
		$name = $this->claims[ $claim ] ?? null;
		if ( null === $name ) {
			return null;
		}
		self::refuse_unless( is_string( $name ) && 1 === preg_match( '/^[\x20-\x7E]{1,' . self::LENGTH . '}$/D', $name ), $claim . '_invalid' );
		return $name;
	}

	private function time( string $claim ): int|float|null {
		$time = $this->claims[ $claim ] ?? null;
		return is_int( $time ) || ( is_float( $time ) && is_finite( $time ) ) ? $time : null;
	}

	private static function refuse_unless( bool $good, string $reason ): void {
		if ( ! $good ) {
			throw new LoginRefused( $reason );
		}
	}
}
