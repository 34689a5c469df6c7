<?php
/**
 * Asking for a new password.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

use Lernwelt\Core\Address;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Mail;
use Lernwelt\Core\Mailer;
use Lernwelt\Core\RateLimiter;

/**
 * Answers everybody alike and does the rest later: the request itself only notes a number, which is 0 when there is no
 * such account, so that neither words nor time tell who has one.
 */
final readonly class LostPassword {

	/** Event that sends the link. */
	public const SEND = 'lernwelt_send_password_link';

	/** Requests of a network in an hour; a school is one network. */
	public const PER_NETWORK = 30;

	/** Links for an account in an hour; further requests are answered alike and come to nothing. */
	public const PER_ACCOUNT = 3;

	private const HOUR = 3600;

	/**
	 * @param RateLimiter $limiter  Counts.
	 * @param Accounts    $accounts Accounts.
	 * @param Mailer      $mailer   Sends.
	 * @param AuditLog    $audit    Takes events.
	 */
	public function __construct( private RateLimiter $limiter, private Accounts $accounts, private Mailer $mailer, private AuditLog $audit ) {}

	/** Actions `login_form_lostpassword` and `login_form_retrievepassword`: takes the form, instead of WordPress. */
	public function take(): void {
		if ( ! isset( $_SERVER['REQUEST_METHOD'] ) || 'POST' !== $_SERVER['REQUEST_METHOD'] ) {
			return;
		}
		// Whoever is logged out has no nonce; a foreign page could at most have a mail sent, which is limited.
		$typed = isset( $_POST['user_login'] ) && is_string( $_POST['user_login'] ) ? sanitize_text_field( wp_unslash( $_POST['user_login'] ) ) : ''; // phpcs:ignore WordPress.Security.NonceVerification.Missing
		if ( '' === $typed ) {
			return;
		}
		if ( ! $this->request( $typed ) ) {
			Answers::refuse( self::HOUR );
		}
		wp_safe_redirect( add_query_arg( 'checkemail', 'confirm', wp_login_url() ) );
		exit;
	}

	/**
	 * Notes that somebody wants a new password.
	 *
	 * @param string $typed Name or address.
	 * @return bool Whether the network may ask.
	 */
	public function request( string $typed ): bool {
		$user    = $this->accounts->find( $typed );
		$subject = $this->accounts->subject( $user, $typed );
		if ( ! $this->limiter->hit( 'lost-password-network', $subject->network, self::PER_NETWORK, self::HOUR ) ) {
			$this->audit->record( new AuditEvent( 'login', 'refused', 'throttled_lost_password', 0 ) );
			return false;
		}
		if ( $this->limiter->hit( 'lost-password-account', $subject->account, self::PER_ACCOUNT, self::HOUR ) ) {
			// WordPress drops an event that is like a waiting one: chance keeps each of them, and their cost, apart.
			wp_schedule_single_event( time(), self::SEND, [ $user->ID ?? 0, bin2hex( random_bytes( 8 ) ) ] );
		}
		return true;
	}

	/**
	 * Sends the link; event of the scheduled task.
	 *
	 * @param int $user_id Account, 0 for none.
	 */
	public function send( int $user_id ): void {
		$user = get_userdata( $user_id );
		$key  = false === $user ? null : get_password_reset_key( $user );
		if ( false === $user || ! is_string( $key ) ) {
			return;
		}
		$address = network_site_url( 'wp-login.php?action=rp&key=' . rawurlencode( $key ) . '&login=' . rawurlencode( $user->user_login ), 'login' );
		$portal  = html_entity_decode( get_bloginfo( 'name' ), ENT_QUOTES );
		$switched = switch_to_user_locale( $user->ID );
		/* translators: %s: name of the portal. */
		$subject = sprintf( __( 'New password for %s', 'lernwelt-security' ), $portal );
		/* translators: 1: name of the account, 2: name of the portal, 3: address. */
		$text = sprintf( __( "Somebody asked for a new password for the account \"%1\$s\" on %2\$s.\n\nIf that was you, choose a new password here:\n\n%3\$s\n\nIf it wasn't you, do nothing: your password stays as it is.", 'lernwelt-security' ), $user->user_login, $portal, $address );
		if ( $switched ) {
			restore_previous_locale();
		}
		$this->mailer->enqueue( new Mail( [ new Address( $user->user_email ) ], $subject, $text, null, get_user_locale( $user ) ) );
		$this->audit->record( new AuditEvent( 'login', 'link_sent', user_id: 0, object: "user:$user->ID" ) );
	}
}
