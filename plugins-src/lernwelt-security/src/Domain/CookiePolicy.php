<?php
/**
 * What a cookie of a portal has to be.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain;

/**
 * Only cookies that a session needs, and each of them as closed as a cookie can be. It reads finished header values,
 * so that it also holds for cookies that WordPress or a plugin sets without asking.
 */
final readonly class CookiePolicy {

	/** WordPress sets these although nothing here reads them. */
	private const NEEDLESS = '/^(wordpress_test_cookie|wp_lang|wp-settings-|comment_author_)/';

	/**
	 * @param bool $https Whether the answer goes over HTTPS.
	 * @param int  $now   Unix time.
	 */
	public function __construct( private bool $https, private int $now ) {}

	/**
	 * @param list<string> $cookies Values of the headers Set-Cookie.
	 * @return list<string> What may be sent, in the same order; a later cookie of the same name and path takes the earlier one's place.
	 */
	public function allowed( array $cookies ): array {
		$kept = [];
		foreach ( $cookies as $cookie ) {
			if ( 1 !== preg_match( self::NEEDLESS, $cookie ) ) {
				$kept[ self::place( $cookie ) ] = $this->closed( $cookie );
			}
		}
		return array_values( $kept );
	}

	private function closed( string $cookie ): string {
		$attributes = array_map( trim( ... ), explode( ';', $cookie ) );
		$kept       = [ (string) array_shift( $attributes ) ];
		$ends       = $this->deletes( $attributes );
		foreach ( $attributes as $attribute ) {
			$lasts = ! $ends && 1 === preg_match( '/^(expires|max-age)=/i', $attribute );
			// Nothing here is meant for other sites: whatever opens a cookie to them gives way to Lax.
			$opens = 1 === preg_match( '/^samesite(?!\s*=\s*strict$)\s*(=|$)/i', $attribute );
			if ( ! $lasts && ! $opens ) {
				$kept[] = $attribute;
			}
		}
		foreach ( [ 'HttpOnly' => true, 'SameSite=Lax' => true, 'Secure' => $this->https ] as $attribute => $wanted ) {
			if ( $wanted && [] === preg_grep( '/^' . strtok( $attribute, '=' ) . '\s*(=|$)/i', array_slice( $kept, 1 ) ) ) {
				$kept[] = $attribute;
			}
		}
		return implode( '; ', $kept );
	}

	/**
	 * Whether the cookie is taken back: its end lies in the past.
	 *
	 * @param list<string> $parts
	 */
	private function deletes( array $parts ): bool {
		foreach ( $parts as $part ) {
			if ( 1 === preg_match( '/^max-age=(-\d+|0)$/i', $part ) ) {
				return true;
			}
			if ( 1 === preg_match( '/^expires=(.+)$/i', $part, $found ) ) {
				$end = strtotime( $found[1] );
				return false !== $end && $end < $this->now;
			}
		}
		return false;
	}

	private static function place( string $cookie ): string {
		preg_match( '/;\s*path=([^;]*)/i', $cookie, $path );
		return strtok( $cookie, '=' ) . "\0" . ( $path[1] ?? '' );
	}
}
