<?php
/**
 * Cookies of accounts.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Session;

use Lernwelt\Core\HostCookie;
use SensitiveParameter;

/**
 * Sends WordPress's login cookies in its stead: for this host only, SameSite=Lax, HttpOnly, Secure on HTTPS, and gone
 * with the browser even where somebody ticked "Remember me". Taking them back is left to WordPress.
 */
final class AuthCookies {

	private string $auth = '';

	private string $logged_in = '';

	/**
	 * Action `set_auth_cookie`.
	 *
	 * @param string $value Value of the cookie for wp-admin.
	 */
	public function note_auth( #[SensitiveParameter] string $value ): void {
		$this->auth = $value;
	}

	/**
	 * Action `set_logged_in_cookie`.
	 *
	 * @param string $value Value of the cookie for all pages.
	 */
	public function note_logged_in( #[SensitiveParameter] string $value ): void {
		$this->logged_in = $value;
	}

	/**
	 * Filter `send_auth_cookies`.
	 *
	 * @param bool   $send       Whether cookies may be sent at all.
	 * @param int    $expire     End of the cookie, 0 for the browser's.
	 * @param int    $expiration End of the session, 0 when cookies are taken back.
	 * @param int    $user_id    Account.
	 * @param string $scheme     `auth` or `secure_auth`.
	 * @return bool Whether WordPress should send its own.
	 */
	public function send( bool $send, int $expire, int $expiration, int $user_id, string $scheme ): bool {
		if ( ! $send || 0 === $expiration || '' === $this->auth ) {
			return $send;
		}
		$secure = 'secure_auth' === $scheme;
		$name   = (string) constant( $secure ? 'SECURE_AUTH_COOKIE' : 'AUTH_COOKIE' );
		foreach ( array_unique( [ (string) constant( 'PLUGINS_COOKIE_PATH' ), (string) constant( 'ADMIN_COOKIE_PATH' ) ] ) as $path ) {
			HostCookie::send( $name, $this->auth, $path, $secure );
		}
		foreach ( array_unique( [ (string) constant( 'COOKIEPATH' ), (string) constant( 'SITECOOKIEPATH' ) ] ) as $path ) {
			HostCookie::send( (string) constant( 'LOGGED_IN_COOKIE' ), $this->logged_in, $path, is_ssl() );
		}
		$this->auth      = '';
		$this->logged_in = '';
		return false;
	}
}
