<?php
/**
 * The browser's own secret.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Protocol;

use Lernwelt\Core\HostCookie;
use Lernwelt\Sso\Domain\Protocol\LoginSecrets;

/** Cookie that binds a login to the browser that began it; one for all tabs, gone with the browser. */
final readonly class BrowserCookie {

	/** The cookie, whatever is in it. */
	public static function cookie(): HostCookie {
		return new HostCookie( 'lernwelt-login' );
	}

	/**
	 * What the browser sent.
	 *
	 * @param Request $request Request.
	 * @return string '' when it sent none that could be ours.
	 */
	public static function sent( Request $request ): string {
		$secret = $request->cookies[ self::cookie()->name() ] ?? '';
		return LoginSecrets::is_one( $secret ) ? $secret : '';
	}
}
