<?php
/**
 * A pupil's cookie.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Session;

use Lernwelt\Core\HostCookie;
use SensitiveParameter;

/** Holds 256 random bits. Web servers bypass their caches for whoever sends a cookie of one of these names. */
final class PupilCookie {

	/** Name without the prefix of HTTPS. */
	public const NAME = 'lernwelt-pupil';

	/** Whether the browser sent one, good or not. */
	public static function is_sent(): bool {
		return self::cookie()->is_sent();
	}

	/** What the browser sent; '' when it sent none that could be ours. */
	public static function sent(): string {
		$token = self::cookie()->sent();
		return 1 === preg_match( '/^[0-9a-f]{64}$/D', $token ) ? $token : '';
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
		self::cookie()->give( $token );
	}

	/** Takes it back. */
	public static function take_back(): void {
		if ( self::is_sent() ) {
			self::cookie()->take_back();
		}
	}

	private static function cookie(): HostCookie {
		return new HostCookie( self::NAME );
	}
}
