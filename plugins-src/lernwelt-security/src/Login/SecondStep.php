<?php
/**
 * The step after the password.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Clock;
use Lernwelt\Security\Application\SecondFactor\SecondFactor;
use Lernwelt\Security\Application\Throttle\LoginThrottle;
use Lernwelt\Security\Domain\SecondFactor\PendingStep;
use Lernwelt\Security\Domain\SecondFactor\PendingSteps;
use Lernwelt\Security\Domain\SecondFactor\Purpose;
use Lernwelt\Security\Domain\Throttle\Refusal;
use WP_Error;
use WP_User;

/**
 * Holds a login whose password was right until a code is right too. Nothing that lets anybody in is given out before;
 * what isn't the login page gets an error instead.
 */
final readonly class SecondStep {

	/** Action of wp-login.php. */
	public const ACTION = 'second_factor';

	/** Code of the answer to programs. */
	public const REQUIRED = 'second_factor_required';

	/**
	 * @param SecondFactor   $factor   Checks codes.
	 * @param PendingSteps   $steps    Half logins.
	 * @param Accounts       $accounts Accounts.
	 * @param LoginThrottle  $throttle Counts.
	 * @param PasswordGate   $gate     Notes complete logins.
	 * @param SecondStepPage $page     Prints.
	 * @param Clock          $clock    Time.
	 * @param AuditLog       $audit    Takes refusals.
	 */
	public function __construct(
		private SecondFactor $factor,
		private PendingSteps $steps,
		private Accounts $accounts,
		private LoginThrottle $throttle,
		private PasswordGate $gate,
		private SecondStepPage $page,
		private Clock $clock,
		private AuditLog $audit,
	) {}

	/**
	 * Filter `authenticate`, last of all.
	 *
	 * @param WP_User|WP_Error|null $result   Decision.
	 * @param string                $username Name that was typed; '' when somebody is logged in by cookie.
	 */
	public function hold( WP_User|WP_Error|null $result, string $username ): WP_User|WP_Error|null {
		if ( ! $result instanceof WP_User || '' === $username || ! $this->is_asked_of( $result ) ) {
			return $result;
		}
		if ( 0 === did_action( 'login_form_login' ) || headers_sent() ) {
			return new WP_Error( self::REQUIRED, __( 'This account needs a second factor: please log in on the login page.', 'lernwelt-security' ) );
		}
		// phpcs:disable WordPress.Security.NonceVerification.Missing -- the login form has none; the password was the proof.
		$wanted   = isset( $_POST['redirect_to'] ) && is_string( $_POST['redirect_to'] ) ? esc_url_raw( wp_unslash( $_POST['redirect_to'] ) ) : '';
		$remember = isset( $_POST['rememberme'] );
		// phpcs:enable
		$this->begin( $result, Purpose::Login, $wanted, $remember );
	}

	/**
	 * Whether an account has to show a second factor.
	 *
	 * @param WP_User $user Account.
	 */
	public function is_asked_of( WP_User $user ): bool {
		return $this->accounts->is_administrative( $user ) || $this->factor->is_set_up( $user->ID );
	}

	/**
	 * Begins a step and sends the browser to it.
	 *
	 * @param WP_User $user     Account.
	 * @param Purpose $purpose  What for.
	 * @param string  $wanted   Where the person wants to go.
	 * @param bool    $remember Whether the login is to last.
	 */
	public function begin( WP_User $user, Purpose $purpose, string $wanted = '', bool $remember = false ): never {
		$secret = $this->factor->is_set_up( $user->ID ) ? '' : $this->factor->new_secret();
		$step   = new PendingStep( StepCookie::give(), $user->ID, get_current_blog_id(), $purpose, $secret, $remember, $wanted );
		$this->steps->open( $step, $this->now() + PendingStep::LIFETIME );
		self::go( self::address() );
	}

	/** Action `login_form_second_factor`. */
	public function answer(): never {
		$key  = isset( $_GET['purpose'] ) ? '' : StepCookie::key();
		$step = '' === $key ? null : $this->steps->find( $key, $this->now() );
		$user = null === $step || get_current_blog_id() !== $step->portal ? false : get_userdata( $step->user_id );
		if ( null === $step || false === $user ) {
			$this->begin_or_leave();
		}
		if ( $step->is_overtaken( $this->factor->is_set_up( $user->ID ) ) ) {
			$this->steps->close( $step->key );
			self::leave();
		}
		nocache_headers();
		if ( isset( $_SERVER['REQUEST_METHOD'] ) && 'POST' === $_SERVER['REQUEST_METHOD'] ) {
			$this->take( $step, $user );
		}
		$this->show( $step, $user, new WP_Error() );
	}

	/** Address of the step. */
	public static function address(): string {
		return site_url( 'wp-login.php?action=' . self::ACTION, 'login' );
	}

	/** Whoever is logged in comes from the profile, with a purpose; everybody else has to begin with the password. */
	private function begin_or_leave(): never {
		$user    = wp_get_current_user();
		$purpose = isset( $_GET['purpose'] ) && is_string( $_GET['purpose'] ) ? Purpose::tryFrom( sanitize_key( $_GET['purpose'] ) ) : null;
		$nonce   = isset( $_GET['_wpnonce'] ) && is_string( $_GET['_wpnonce'] ) ? sanitize_key( $_GET['_wpnonce'] ) : '';
		if ( $user->exists() && null !== $purpose && ! in_array( $purpose, [ Purpose::Login, Purpose::Replace ], true ) && false !== wp_verify_nonce( $nonce, self::ACTION ) ) {
			$this->begin( $user, $purpose, get_edit_profile_url( $user->ID ) );
		}
		self::leave();
	}

	private function take( PendingStep $step, WP_User $user ): void {
		// The cookie is SameSite=Strict: no foreign page can send this form. Its name is the nonce.
		$typed = isset( $_POST['code'] ) && is_string( $_POST['code'] ) ? sanitize_text_field( wp_unslash( $_POST['code'] ) ) : ''; // phpcs:ignore WordPress.Security.NonceVerification.Missing
		if ( '' === $typed && isset( $_POST['recovery_code'] ) && is_string( $_POST['recovery_code'] ) ) { // phpcs:ignore WordPress.Security.NonceVerification.Missing
			$typed = sanitize_text_field( wp_unslash( $_POST['recovery_code'] ) ); // phpcs:ignore WordPress.Security.NonceVerification.Missing
		}
		if ( '' === $typed ) {
			$this->show( $step, $user, new WP_Error( 'code_missing', __( '<strong>Error:</strong> Please type the code.', 'lernwelt-security' ) ) );
		}
		$attempt = $this->throttle->take_code( $this->accounts->subject( $user ), $step->key );
		if ( $attempt instanceof Refusal ) {
			$this->refuse( $step, $user, $attempt );
		}
		$right = $step->enrols() ? $this->factor->is_code_of( $step->new_secret, $typed ) : $this->factor->check( $user->ID, $typed );
		if ( ! $right ) {
			$this->record( $step->enrols() ? 'second_factor_not_confirmed' : 'second_factor_wrong', $user );
			$this->show( $step, $user, new WP_Error( 'code_wrong', __( '<strong>Error:</strong> This code is wrong or was used already. Please wait for the next one and check the clock of your phone.', 'lernwelt-security' ) ) );
		}
		$this->throttle->give_back( $attempt );
		if ( ! $this->steps->close( $step->key ) ) {
			self::leave();
		}
		$this->finish( $step, $user, $step->enrols() ? $this->enrol( $step, $user, $typed ) : [] );
	}

	/**
	 * The step is closed by now, so nobody else can use it; and no other step of the account outlives it.
	 *
	 * @return list<string> Recovery codes.
	 */
	private function enrol( PendingStep $step, WP_User $user, string $typed ): array {
		$codes = $this->factor->confirm( $user->ID, $step->new_secret, $typed, Purpose::Replace === $step->purpose ? $step->opened : 0 );
		if ( [] === $codes ) {
			$this->record( 'second_factor_not_confirmed', $user );
			self::leave();
		}
		$this->steps->forget( $user->ID );
		return $codes;
	}

	/** @param list<string> $codes New recovery codes. */
	private function finish( PendingStep $step, WP_User $user, array $codes ): never {
		if ( Purpose::Renew === $step->purpose && ! $step->enrols() ) {
			$next = new PendingStep( StepCookie::give(), $user->ID, $step->portal, Purpose::Replace, $this->factor->new_secret(), false, $step->redirect_to );
			$this->steps->open( $next, $this->now() + PendingStep::LIFETIME );
			self::go( self::address() );
		}
		if ( Purpose::Codes === $step->purpose && [] === $codes ) {
			$codes = $this->factor->new_codes( $user->ID );
		}
		StepCookie::take_back();
		if ( Purpose::Login === $step->purpose ) {
			wp_set_auth_cookie( $user->ID, $step->remember );
			wp_set_current_user( $user->ID );
			$this->gate->complete( $user, true );
			do_action( 'wp_login', $user->user_login, $user );
		}
		$address = $this->destination( $step, $user );
		if ( [] === $codes ) {
			self::go( $address );
		}
		$this->page->codes( $codes, $address );
	}

	private function destination( PendingStep $step, WP_User $user ): string {
		$default = Purpose::Login === $step->purpose ? admin_url() : get_edit_profile_url( $user->ID );
		$wanted  = '' === $step->redirect_to ? $default : $step->redirect_to;
		if ( Purpose::Login === $step->purpose ) {
			$wanted = (string) apply_filters( 'login_redirect', $wanted, $step->redirect_to, $user );
		}
		return wp_validate_redirect( $wanted, $default );
	}

	private function refuse( PendingStep $step, WP_User $user, Refusal $refusal ): never {
		$this->record( $refusal->reason, $user );
		$this->steps->close( $step->key );
		StepCookie::take_back();
		// The password was right: whoever is here may know that the account is closed to this network.
		Answers::refuse( 0 < $refusal->retry_after ? $refusal->retry_after : DAY_IN_SECONDS );
	}

	private function show( PendingStep $step, WP_User $user, WP_Error $errors ): never {
		if ( $step->enrols() ) {
			$this->page->enrolment( $user, $this->factor->reveal( $step->new_secret ), $errors );
		}
		$this->page->question( $errors );
	}

	private function record( string $reason, WP_User $user ): void {
		$this->audit->record( new AuditEvent( 'login', 'refused', $reason, 0, "user:$user->ID" ) );
	}

	private static function leave(): never {
		self::go( add_query_arg( 'step', 'over', wp_login_url() ) );
	}

	private static function go( string $address ): never {
		nocache_headers();
		wp_safe_redirect( $address );
		exit;
	}

	private function now(): int {
		return $this->clock->now()->getTimestamp();
	}
}
