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
use Lernwelt\Core\ClientAddress;
use Lernwelt\Core\InvalidMail;
use Lernwelt\Core\Logging\Log;
use Lernwelt\Core\Mail;
use Lernwelt\Core\Mailer;
use Lernwelt\Core\RateLimiter;
use Lernwelt\Core\Transaction;
use Lernwelt\Security\Persistence\PasswordLinkTable;
use Throwable;

/**
 * Answers everybody alike and does the rest later: the request itself only notes a row with a number, which is 0 when there is no
 * such account, so that neither words nor time tell who has one.
 */
final readonly class LostPassword {

	/** Requests of a network in an hour; a school is one network. */
	public const PER_NETWORK = 30;

	/** Links for an account in an hour; further requests are answered alike and come to nothing. */
	public const PER_ACCOUNT = 3;

	private const HOUR = 3600;

	/**
	 * @param RateLimiter       $limiter     Counts.
	 * @param Accounts          $accounts    Accounts.
	 * @param PasswordLinkTable $links       Wanted links.
	 * @param Transaction       $transaction All or nothing.
	 * @param Mailer            $mailer      Sends.
	 * @param AuditLog          $audit       Takes events.
	 */
	public function __construct(
		private RateLimiter $limiter,
		private Accounts $accounts,
		private PasswordLinkTable $links,
		private Transaction $transaction,
		private Mailer $mailer,
		private AuditLog $audit,
	) {}

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
		$network = $this->accounts->network_key( ClientAddress::current()->network() );
		if ( ! $this->limiter->hit( 'lost-password-network', $network, self::PER_NETWORK, self::HOUR ) ) {
			$this->audit->record( new AuditEvent( 'login', 'refused', 'throttled_lost_password', 0 ) );
			return false;
		}
		if ( $this->limiter->hit( 'lost-password-account', $this->accounts->key( $user, $typed ), self::PER_ACCOUNT, self::HOUR ) ) {
			$this->links->add( get_current_blog_id(), $user->ID ?? 0 );
		}
		return true;
	}

	/** Sends the links that people want on this portal; part of the sweep. Several processes may do so at once. */
	public function send_waiting(): void {
		$last = 0;
		do {
			$waiting = $this->links->waiting( get_current_blog_id(), $last );
			foreach ( $waiting as $id => $user_id ) {
				$last = $id;
				$this->send_one( $id, $user_id );
			}
		} while ( [] !== $waiting );
	}

	/** One that fails holds up neither the others nor the rest of the sweep. */
	private function send_one( int $id, int $user_id ): void {
		try {
			// Together: a link is neither lost nor sent twice, whatever stops this process.
			$this->transaction->run( fn () => $this->links->take( $id ) ? $this->send( $user_id ) : null );
		} catch ( InvalidMail ) {
			// An account without a usable address will have none in a minute either.
			$this->links->take( $id );
		} catch ( Throwable $failure ) {
			Log::say( 'lernwelt-security: A link for a new password has to wait for the next sweep: ' . get_debug_type( $failure ) );
		}
	}

	private function send( int $user_id ): void {
		$user = get_userdata( $user_id );
		$key  = false === $user ? null : get_password_reset_key( $user ); // WordPress says that it made one, so the audit log knows.
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
	}
}
