<?php
/**
 * The browser's own secret.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Protocol;

use Lernwelt\Sso\Domain\Protocol\LoginSecrets;

/** Cookie that binds a login to the browser that began it; one for all tabs, gone with the browser. */
final readonly class BrowserCookie {

	/** Its name: over HTTPS with the prefix that no other host and no plain page can set. */
	public static function name(): string {
		return is_ssl() ? '__Host-lernwelt-login' : 'lernwelt-login';
	}

	/**
	 * What the browser sent.
	 *
	 * @param Request $request Request.
	 * @return string '' when it sent none that could be ours.
	 */
	public static function sent( Request $request ): string {
		$secret = $request->cookies[ self::name() ] ?? '';
		return LoginSecrets::is_one( $secret ) ? $secret : '';
	}
}
