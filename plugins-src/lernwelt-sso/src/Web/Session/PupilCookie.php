<?php
/**
 * A pupil's cookie.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Session;

use SensitiveParameter;

/** Holds 256 random bits. Web servers bypass their caches for whoever sends a cookie of one of these names. */
final class PupilCookie {

	/** Name without the prefix. */
	public const NAME = 'lernwelt-pupil';

	/** Its name: over HTTPS with the prefix that no other host and no plain page can set. */
	public static function name(): string {
		return is_ssl() ? '__Host-' . self::NAME : self::NAME;
	}

	/** Whether the browser sent one, good or not. */
	public static function is_sent(): bool {
		return isset( $_COOKIE[ self::name() ] );
	}

	/** What the browser sent; '' when it sent none that could be ours. */
	public static function sent(): string {
		$token = $_COOKIE[ self::name() ] ?? ''; // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- only hex digits pass.
		return is_string( $token ) && 1 === preg_match( '/^[0-9a-f]{64}$/D', $token ) ? $token : '';
	}

	/** Makes a token. */
	public static function random(): string {
		return bin2hex( random_bytes( 32 ) );
	}

	/**
	 * Sends a token, in this request it counts already.
	 *
	 * @param string $token Token.
	 */
	public static function give( #[SensitiveParameter] string $token ): void {
		$_COOKIE[ self::name() ] = $token;
		HostCookie::send( self::name(), $token, '/', is_ssl() );
	}

	/** Takes it back. */
	public static function take_back(): void {
		if ( isset( $_COOKIE[ self::name() ] ) ) {
			unset( $_COOKIE[ self::name() ] );
			HostCookie::send( self::name(), '', '/', is_ssl() );
		}
	}
}
