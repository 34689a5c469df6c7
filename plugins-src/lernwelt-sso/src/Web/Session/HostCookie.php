<?php
/**
 * Cookies of this host.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Session;

use SensitiveParameter;

/** Sends a cookie for this host alone that ends with the browser, and that neither scripts nor other sites can use. */
final class HostCookie {

	/**
	 * @param string $name   Name.
	 * @param string $value  Value; '' takes the cookie back.
	 * @param string $path   Path.
	 * @param bool   $secure Whether it travels over HTTPS only.
	 */
	public static function send( string $name, #[SensitiveParameter] string $value, string $path, bool $secure ): void {
		if ( 'cli' === PHP_SAPI || headers_sent() ) {
			return;
		}
		setcookie(
			$name,
			$value,
			[
				'expires'  => '' === $value ? 1 : 0,
				'path'     => $path,
				'secure'   => $secure,
				'httponly' => true,
				'samesite' => 'Lax',
			]
		);
	}
}
