<?php
/**
 * What the login page gives away.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Surface;

use WP_Error;
use WP_User;

/** Answers a wrong name, a wrong password and an account that is closed to this network alike – in words, in the form, and in time. */
final class Login {

	public const INVALID = 'invalid_login';

	public const TOO_MANY = 'too_many_logins';

	private const UNKNOWN_ACCOUNT = [ 'invalid_username', 'invalid_email', 'invalidcombo' ];

	/**
	 * Filter `authenticate`, after WordPress has decided.
	 *
	 * @param WP_User|WP_Error|null $result   Decision so far.
	 * @param string                $username Name or address that was typed.
	 * @param string                $password Password that was typed.
	 */
	public function one_message( WP_User|WP_Error|null $result, string $username, string $password ): WP_User|WP_Error|null {
		if ( ! $result instanceof WP_Error ) {
			return $result;
		}
		$codes = $result->get_error_codes();
		if ( [] !== array_intersect( self::UNKNOWN_ACCOUNT, $codes ) ) {
			// A known account costs one password hash; an unknown one has to cost the same.
			wp_hash_password( $password );
		} elseif ( ! in_array( 'incorrect_password', $codes, true ) ) {
			return $result;
		}
		return self::wrong();
	}

	/** The one answer. It names the limit, because an account that is closed to this network is answered by it too. */
	public static function wrong(): WP_Error {
		return new WP_Error(
			self::INVALID,
			__( '<strong>Error:</strong> User name or password is wrong. After several wrong tries, further ones are refused for up to 24 hours, even with the right password; a new password opens the account again.', 'lernwelt-security' )
		);
	}

	/**
	 * Filter `shake_error_codes`.
	 *
	 * @param list<string> $codes
	 * @return list<string>
	 */
	public function shake( array $codes ): array {
		return array_merge( $codes, [ self::INVALID ] );
	}

	/**
	 * Filter `network_site_url`: WordPress leads everybody to the main portal for a new password. A person's own portal
	 * can do that, and forms may not be sent to another host.
	 *
	 * @param string      $url    Address on the main portal.
	 * @param string      $path   What was asked for.
	 * @param string|null $scheme Kind of address, as site_url() takes it.
	 */
	public function stay_here( string $url, string $path, ?string $scheme ): string {
		return 1 === preg_match( '#^/?wp-login\.php#', $path ) ? site_url( $path, $scheme ) : $url;
	}

	/** Filter `login_headerurl`. */
	public function header_link(): string {
		return home_url( '/' );
	}

	/** Filter `login_headertext`. */
	public function header_text(): string {
		return get_bloginfo( 'name' );
	}

	/** Action `login_header`, last: WordPress's page has no main part that screen readers could jump to. */
	public function begin_main(): void {
		echo '<main>';
	}

	/** Action `login_footer`, first. */
	public function end_main(): void {
		echo '</main>';
	}
}
