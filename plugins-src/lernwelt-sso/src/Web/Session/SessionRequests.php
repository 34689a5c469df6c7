<?php
/**
 * Sessions in a request.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Session;

use Lernwelt\Core\PupilPresence;
use Lernwelt\Sso\Application\Session\PupilSessions;
use Lernwelt\Sso\Application\Session\RenewSession;
use Lernwelt\Sso\Web\CurrentRequest;
use Lernwelt\Sso\Web\LoginPage;
use Lernwelt\Sso\Domain\ReturnPath;
use WP_Error;

/** Takes pupils in, keeps what they see out of caches, and renews the sessions of accounts. */
final readonly class SessionRequests {

	/** Beginning of the cookie's name; caches of web servers step aside for it (deploy/nginx). */
	public const COOKIE = 'lernwelt-pupil';

	/**
	 * @param PupilSessions $pupils   Pupils.
	 * @param PupilPresence $presence Whether a pupil is there.
	 * @param RenewSession  $renew    Renews sessions.
	 */
	public function __construct( private PupilSessions $pupils, private PupilPresence $presence, private RenewSession $renew ) {}

	/** Name of a pupil's cookie; browsers hold `__Host-` cookies to this host and to HTTPS. */
	public static function cookie(): string {
		return ( is_ssl() ? '__Host-' : '' ) . self::COOKIE;
	}

	/**
	 * Sends a pupil's cookie.
	 *
	 * @param string $token Value; '' takes it back.
	 */
	public static function send( #[\SensitiveParameter] string $token ): void {
		if ( headers_sent() ) {
			return;
		}
		setcookie(
			self::cookie(),
			$token,
			[
				'expires'  => '' === $token ? 1 : 0,
				'path'     => '/',
				'secure'   => is_ssl(),
				'httponly' => true,
				'samesite' => 'Lax',
			]
		);
	}

	/** Action `plugins_loaded`: whoever carries the cookie gets an answer that no cache keeps, also when the session is over. */
	public function recognise_pupil(): void {
		$cookie = self::cookie();
		if ( ! isset( $_COOKIE[ $cookie ] ) || ! is_string( $_COOKIE[ $cookie ] ) ) {
			return;
		}
		if ( ! headers_sent() ) {
			header( 'Cache-Control: no-store' );
		}
		$this->pupils->recognise( sanitize_text_field( wp_unslash( $_COOKIE[ $cookie ] ) ) );
	}

	/**
	 * Filters `wp_headers` and `nocache_headers`.
	 *
	 * @param array<string, string> $headers Headers WordPress is about to send.
	 * @return array<string, string>
	 */
	public function keep_out_of_caches( array $headers ): array {
		if ( isset( $_COOKIE[ self::cookie() ] ) ) {
			unset( $headers['Last-Modified'], $headers['ETag'] );
			$headers['Cache-Control'] = 'no-store';
		}
		return $headers;
	}

	/**
	 * Filter `rest_pre_serve_request`.
	 *
	 * @param bool $served Whether the answer is already sent.
	 */
	public function keep_rest_out_of_caches( bool $served ): bool {
		if ( isset( $_COOKIE[ self::cookie() ] ) && ! headers_sent() ) {
			header( 'Cache-Control: no-store' );
			header_remove( 'ETag' );
			header_remove( 'Last-Modified' );
		}
		return $served;
	}

	/**
	 * Filter `rest_authentication_errors`, before WordPress looks for a nonce: it takes a missing nonce for a guest, and
	 * a pupil's rights would pass with it.
	 *
	 * @param WP_Error|bool|null $result Verdict so far.
	 */
	public function ask_for_nonce( WP_Error|bool|null $result ): WP_Error|bool|null {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- WordPress verifies it right after.
		if ( $this->presence->is_present() && ! isset( $_REQUEST['_wpnonce'] ) && '' === CurrentRequest::server( 'HTTP_X_WP_NONCE' ) ) {
			$this->pupils->step_back();
		}
		return $result;
	}

	/** Action `init`: brings the session of an account up to date, or ends it. */
	public function renew(): void {
		$token = wp_get_session_token();
		if ( 'cli' === PHP_SAPI || '' === $token || $this->renew->run( get_current_user_id(), $token ) ) {
			return;
		}
		wp_clear_auth_cookie();
		wp_set_current_user( 0 );
		if ( 'GET' === CurrentRequest::server( 'REQUEST_METHOD' ) && is_admin() && ! wp_doing_ajax() ) {
			wp_safe_redirect( LoginPage::url( ReturnPath::of( CurrentRequest::address() ) ) );
			exit;
		}
	}
}
