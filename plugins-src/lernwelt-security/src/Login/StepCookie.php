<?php
/**
 * Name of a half login in the browser.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

use Lernwelt\Core\ClientAddress;
use Lernwelt\Core\HostCookie;
use Lernwelt\Core\SameSite;

/** A random name in a cookie that no script reads and no foreign page can make the browser send; good in one network. */
final class StepCookie {

	/**
	 * Gives the browser a new name.
	 *
	 * @return string Hash under which the server remembers it.
	 */
	public static function give(): string {
		$name = bin2hex( random_bytes( 32 ) );
		self::cookie()->give( $name );
		return self::hash( $name );
	}

	/** Hash of the name this browser sent; '' when it sent none. */
	public static function key(): string {
		$name = self::cookie()->sent();
		return 1 === preg_match( '/^[0-9a-f]{64}$/D', $name ) ? self::hash( $name ) : '';
	}

	/** Takes the name away. */
	public static function take_back(): void {
		self::cookie()->take_back();
	}

	/** With the network in it, whoever comes from another one finds nothing. */
	private static function hash( string $name ): string {
		return hash( 'sha256', $name . '|' . ClientAddress::current()->network() );
	}

	private static function cookie(): HostCookie {
		return new HostCookie( 'lernwelt_login_step', SameSite::Strict );
	}
}
