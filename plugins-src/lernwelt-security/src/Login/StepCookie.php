<?php
/**
 * Name of a half login in the browser.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

use Lernwelt\Core\ClientAddress;

/** A random name in a cookie that no script reads and no foreign page can make the browser send; good in one network. */
final class StepCookie {

	private const NAME = 'lernwelt_login_step';

	/**
	 * Gives the browser a new name.
	 *
	 * @return string Hash under which the server remembers it.
	 */
	public static function give(): string {
		$name = bin2hex( random_bytes( 32 ) );
		self::send( $name, 0 );
		return self::hash( $name );
	}

	/** Hash of the name this browser sent; '' when it sent none. */
	public static function key(): string {
		$name = isset( $_COOKIE[ self::NAME ] ) && is_string( $_COOKIE[ self::NAME ] ) ? sanitize_key( wp_unslash( $_COOKIE[ self::NAME ] ) ) : '';
		return 64 === strlen( $name ) ? self::hash( $name ) : '';
	}

	/** Takes the name away. */
	public static function take_back(): void {
		self::send( '', 1 );
	}

	/** With the network in it, whoever comes from another one finds nothing. */
	private static function hash( string $name ): string {
		return hash( 'sha256', $name . '|' . ClientAddress::current()->network() );
	}

	private static function send( string $value, int $expires ): void {
		setcookie(
			self::NAME,
			$value,
			[
				'expires'  => $expires,
				'path'     => (string) wp_parse_url( site_url( 'wp-login.php' ), PHP_URL_PATH ),
				'secure'   => is_ssl(),
				'httponly' => true,
				'samesite' => 'Strict',
			]
		);
	}
}
