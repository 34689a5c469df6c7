<?php
/**
 * Links with a key.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\ClientAddress;
use Lernwelt\Core\RateLimiter;

/** Counts wrong keys of links that WordPress sends: a new password, the confirmation of a request. */
final readonly class TokenLinks {

	/** Wrong keys of a network in an hour. */
	public const PER_NETWORK = 20;

	private const HOUR = 3600;

	/**
	 * @param RateLimiter $limiter Counts.
	 * @param AuditLog    $audit   Takes refusals.
	 */
	public function __construct( private RateLimiter $limiter, private AuditLog $audit ) {}

	/** Actions `login_form_rp` and `login_form_resetpass`. */
	public function reset_key(): void {
		// phpcs:disable WordPress.Security.ValidatedSanitizedInput -- the key is compared with a hash and goes nowhere else.
		$value = isset( $_COOKIE[ 'wp-resetpass-' . COOKIEHASH ] ) && is_string( $_COOKIE[ 'wp-resetpass-' . COOKIEHASH ] ) ? wp_unslash( $_COOKIE[ 'wp-resetpass-' . COOKIEHASH ] ) : '';
		// phpcs:enable
		// WordPress puts key and name of the address into the cookie first, and looks at it when the browser comes back – or
		// at once, when one of the two is missing.
		if ( ! isset( $_GET['key'], $_GET['login'] ) && str_contains( $value, ':' ) ) {
			[ $login, $key ] = explode( ':', $value, 2 );
			$this->check( 'reset_key_invalid', static fn (): bool => ! is_wp_error( check_password_reset_key( $key, $login ) ) );
		}
	}

	/** Action `login_form_confirmaction`. */
	public function request_key(): void {
		$id  = isset( $_GET['request_id'] ) && is_string( $_GET['request_id'] ) ? (int) $_GET['request_id'] : 0;
		$key = isset( $_GET['confirm_key'] ) && is_string( $_GET['confirm_key'] ) ? sanitize_text_field( wp_unslash( $_GET['confirm_key'] ) ) : '';
		$this->check( 'request_key_invalid', static fn (): bool => true === wp_validate_user_request_key( $id, $key ) );
	}

	/**
	 * Takes a try, looks, and gives it back when the key was right.
	 *
	 * @param string           $reason Code for the log.
	 * @param \Closure(): bool $valid  Whether the key is right.
	 */
	private function check( string $reason, \Closure $valid ): void {
		if ( ! $this->limiter->hit( 'token-link', self::network(), self::PER_NETWORK, self::HOUR ) ) {
			$this->audit->record( new AuditEvent( 'login', 'refused', 'throttled_link', 0 ) );
			Answers::refuse( self::HOUR );
		}
		if ( $valid() ) {
			$this->limiter->give_back( 'token-link', self::network(), self::HOUR );
			return;
		}
		$this->audit->record( new AuditEvent( 'login', 'refused', $reason, 0 ) );
	}

	private static function network(): string {
		return ClientAddress::current()->network();
	}
}
