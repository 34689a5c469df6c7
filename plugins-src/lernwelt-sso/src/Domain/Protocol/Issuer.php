<?php
/**
 * Address of a provider.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

/** An issuer as it is configured: HTTPS, or plain HTTP of this very machine where that is allowed. */
final readonly class Issuer {

	private const LOOPBACK = [ '127.0.0.1', 'localhost', '[::1]' ];

	/** Scheme, host and port. */
	public string $origin;

	/** Whether it is plain HTTP of this machine. */
	public bool $is_local;

	/**
	 * @param string $url   The issuer, letter by letter as in its tokens.
	 * @param bool   $local Whether plain HTTP of this machine is good enough: in the local environment only.
	 * @throws InvalidConfiguration With reason `issuer`.
	 */
	public function __construct( public string $url, bool $local ) {
		$parts = parse_url( $url );
		$parts = is_array( $parts ) ? $parts : [];
		$host  = strtolower( $parts['host'] ?? '' );
		$plain = 'http' === ( $parts['scheme'] ?? '' ) && $local && in_array( $host, self::LOOPBACK, true );
		$more  = array_diff_key( $parts, [ 'scheme' => true, 'host' => true, 'port' => true, 'path' => true ] );
		if ( '' === $host || [] !== $more || ( 'https' !== ( $parts['scheme'] ?? '' ) && ! $plain ) || 1 === preg_match( '/[^\x21-\x7E]|\\\\/', $url ) ) {
			throw new InvalidConfiguration( 'issuer' );
		}
		$this->origin   = ( $plain ? 'http://' : 'https://' ) . $host . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
		$this->is_local = $plain;
	}

	/** Where it describes itself. */
	public function discovery_url(): string {
		return rtrim( $this->url, '/' ) . '/.well-known/openid-configuration';
	}

	/**
	 * Whether an address is the issuer's own: the client's secret and people's codes go nowhere else.
	 *
	 * @param string $url Address.
	 */
	public function owns( string $url ): bool {
		$parts = parse_url( $url );
		if ( ! is_array( $parts ) || ! isset( $parts['scheme'], $parts['host'] ) || isset( $parts['user'] ) || isset( $parts['fragment'] ) || 1 === preg_match( '/[^\x21-\x7E]|\\\\/', $url ) ) {
			return false;
		}
		$own = parse_url( $this->origin );
		return is_array( $own )
			&& ( $own['scheme'] ?? '' ) === $parts['scheme']
			&& ( $own['host'] ?? '' ) === strtolower( $parts['host'] )
			&& self::port( $own ) === self::port( $parts );
	}

	/** @param array<string, int|string> $parts */
	private static function port( array $parts ): int {
		return (int) ( $parts['port'] ?? ( 'https' === ( $parts['scheme'] ?? '' ) ? 443 : 80 ) );
	}
}
