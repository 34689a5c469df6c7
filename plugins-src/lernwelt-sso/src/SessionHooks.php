<?php
/**
 * Sessions and their cookies.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso;

use Closure;
use Lernwelt\Core\Services;
use Lernwelt\Core\Sweep;
use Lernwelt\Sso\Application\LoginReceiver;
use Lernwelt\Sso\Application\Renewal;
use Lernwelt\Sso\Application\Session\AccountChanges;
use Lernwelt\Sso\Application\Session\EndReasons;
use Lernwelt\Sso\Application\Session\LiveLimits;
use Lernwelt\Sso\Application\Session\RenewSession;
use Lernwelt\Sso\Application\Session\SessionStore;
use Lernwelt\Sso\Application\Session\SessionTokens;
use Lernwelt\Sso\Application\Sessions;
use Lernwelt\Sso\Persistence\Session\SessionTable;
use Lernwelt\Sso\Web\Session\AuthCookies;
use Lernwelt\Sso\Web\Session\BrowserSessions;
use Lernwelt\Sso\Web\Session\PupilVisit;
use WP_User;

/** Builds the session store and hooks up cookies, limits, pupils and the screen of sessions. */
final class SessionHooks {

	private readonly SessionStore $store;

	private readonly PupilVisit $visit;

	private ?BrowserSessions $sessions = null;

	private ?AuthCookies $cookies = null;

	/**
	 * @param Services $services Shared services.
	 */
	public function __construct( private readonly Services $services ) {
		global $wpdb;
		$this->store = new SessionStore( new SessionTable( $wpdb ), new LiveLimits(), $services->clock, $services->pseudonyms, get_current_blog_id() );
		$this->visit = new PupilVisit( $this->store, $services->pupil );
	}

	/** Sessions. */
	public function sessions(): Sessions {
		return $this->browser_sessions();
	}

	private function browser_sessions(): BrowserSessions {
		return $this->sessions ??= new BrowserSessions( $this->store, $this->visit, $this->services->audit );
	}

	private function cookies(): AuthCookies {
		return $this->cookies ??= new AuthCookies();
	}

	/**
	 * Hooks everything up.
	 *
	 * @param Closure(): Renewal       $renewal  Asks the provider whether a session still holds.
	 * @param Closure(): LoginReceiver $receiver Takes what it says.
	 */
	public function register( Closure $renewal, Closure $receiver ): void {
		SessionTokens::keep_in( $this->store );
		add_filter( 'session_token_manager', SessionTokens::name( ... ) );
		add_filter( 'auth_cookie_expiration', fn ( int $seconds, int $user_id ): int => $this->store->limits( $user_id )->absolute, 10, 2 );
		add_action( Sweep::HOOK, fn () => is_main_site() ? $this->store->purge() : null, 30 );
		$this->hook_cookies();
		$this->hook_pupils();
		$this->hook_account_changes();
		// Before the gate of a closed portal asks who is there.
		add_action( 'init', fn () => $this->renew( fn (): RenewSession => new RenewSession( $this->store, $this->services->locks, $renewal, $receiver, $this->services->audit ) ), 0 );
		( new SessionScreenHooks( $this->services, $this->store ) )->register();
	}

	private function hook_cookies(): void {
		add_action( 'set_auth_cookie', fn ( #[\SensitiveParameter] string $value ) => $this->cookies()->note_auth( $value ) );
		add_action( 'set_logged_in_cookie', fn ( #[\SensitiveParameter] string $value ) => $this->cookies()->note_logged_in( $value ) );
		add_action( 'set_logged_in_cookie', fn ( string $value, int $expire, int $expiration, int $user_id, string $scheme, string $token ) => $this->browser_sessions()->begin_anew( $token ), 10, 6 );
		add_filter( 'send_auth_cookies', fn ( bool $send, int $expire, int $expiration, int $user_id, string $scheme ): bool => $this->cookies()->send( $send, $expire, $expiration, $user_id, $scheme ), 100, 5 );
	}

	private function hook_pupils(): void {
		$visit = $this->visit;
		add_action( 'plugins_loaded', $visit->arrive( ... ), 1 );
		add_action( 'init', $visit->check_rest_request( ... ), PHP_INT_MAX );
		add_filter( 'rest_authentication_errors', $visit->check_rest( ... ), 90 );
		add_filter( 'nonce_user_logged_out', $visit->nonce_owner( ... ) );
		add_action( 'wp_ajax_nopriv_rest-nonce', $visit->renew_nonce( ... ) );
		add_filter( 'wp_headers', $visit->no_store( ... ), PHP_INT_MAX );
		add_filter( 'nocache_headers', $visit->no_store( ... ), PHP_INT_MAX );
		add_filter( 'rest_post_dispatch', $visit->no_store_rest( ... ), PHP_INT_MAX );
	}

	private function hook_account_changes(): void {
		$changes = fn (): AccountChanges => new AccountChanges( $this->store, $this->services->audit );
		add_action( 'remove_user_from_blog', static fn ( int $user_id, int $portal ) => $changes()->left( $user_id, $portal ), 10, 2 );
		foreach ( [ 'remove_user_role', 'set_user_role' ] as $change ) {
			add_action( $change, static fn ( int $user_id ) => $changes()->role_taken( $user_id ) );
		}
		foreach ( [ 'deleted_user', 'wpmu_delete_user', 'make_spam_user' ] as $end ) {
			add_action( $end, static fn ( int $user_id ) => $changes()->gone( $user_id ) );
		}
		add_filter( 'lernwelt_audit_words', [ EndReasons::class, 'add' ], 10, 2 );
		add_action( 'profile_update', static fn ( int $user_id, WP_User $before ) => $changes()->updated( $user_id, $before ), 10, 2 );
		add_action( 'wp_set_password', static fn ( string $password, int $user_id ) => $changes()->password_changed( $user_id ), 10, 2 );
	}

	/**
	 * Action `init`.
	 *
	 * @param Closure(): RenewSession $session Asks the provider anew.
	 */
	private function renew( Closure $session ): void {
		$user_id = get_current_user_id();
		$token   = 'cli' === PHP_SAPI || wp_doing_cron() ? '' : wp_get_session_token();
		if ( 0 === $user_id || '' === $token ) {
			return;
		}
		$renew = $session();
		if ( ! $renew->is_due( $user_id, $token ) ) {
			return;
		}
		$holds = $renew->run( $user_id, $token );
		// Roles may have changed as well.
		wp_set_current_user( 0 );
		if ( $holds ) {
			wp_set_current_user( $user_id );
			return;
		}
		wp_clear_auth_cookie();
	}
}
