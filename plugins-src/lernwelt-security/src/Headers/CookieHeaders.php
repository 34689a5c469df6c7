<?php
/**
 * Cookies of this answer.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Headers;

use Lernwelt\Core\Clock;
use Lernwelt\Security\Domain\CookiePolicy;
use WP_Scripts;

/** Holds every cookie to the policy, whoever set it, in the moment the headers are sent. */
final readonly class CookieHeaders {

	/**
	 * @param Clock $clock Time.
	 */
	public function __construct( private Clock $clock ) {}

	/** Waits for the headers. PHP calls back once per answer – after an early end too late to load a class. */
	public function watch(): void {
		if ( 'cli' !== PHP_SAPI ) {
			$policy = new CookiePolicy( is_ssl(), $this->clock->now()->getTimestamp() );
			header_register_callback( static fn () => self::rewrite( $policy ) );
		}
	}

	/** Replaces the cookies of this answer by what the policy allows. */
	private static function rewrite( CookiePolicy $policy ): void {
		$set = [];
		foreach ( headers_list() as $line ) {
			if ( 0 === stripos( $line, 'set-cookie:' ) ) {
				$set[] = trim( substr( $line, 11 ) );
			}
		}
		if ( [] === $set ) {
			return;
		}
		header_remove( 'Set-Cookie' );
		foreach ( $policy->allowed( $set ) as $cookie ) {
			header( 'Set-Cookie: ' . $cookie, false );
		}
	}

	/**
	 * Action `login_init`: the login may not ask for the test cookie that is never sent, and is never shown inside a
	 * frame of another screen.
	 */
	public function plain_login(): void {
		unset( $_POST['testcookie'], $_REQUEST['interim-login'] ); // phpcs:ignore WordPress.Security.NonceVerification.Missing -- nothing is read.
	}

	/**
	 * Action `wp_default_scripts`: scripts of wp-admin keep settings of a screen in a cookie for a year, unless they
	 * don't know whose.
	 *
	 * @param WP_Scripts $scripts Registered scripts.
	 */
	public function no_user_settings( WP_Scripts $scripts ): void {
		if ( isset( $scripts->registered['utils'] ) ) {
			$scripts->registered['utils']->extra['data'] = '';
		}
	}
}
