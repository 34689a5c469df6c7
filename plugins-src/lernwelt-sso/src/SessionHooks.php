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
use Lernwelt\Sso\Application\Session\DatabaseSessions;
use Lernwelt\Sso\Application\Session\PupilSessions;
use Lernwelt\Sso\Application\Session\RenewSession;
use Lernwelt\Sso\Application\Session\SessionDesk;
use Lernwelt\Sso\Application\Session\SessionTokens;
use Lernwelt\Sso\Application\Sessions;
use Lernwelt\Sso\Persistence\Session\Migrations\M0201CreateSessions;
use Lernwelt\Sso\Persistence\Session\SessionTable;
use Lernwelt\Sso\Web\Session\SessionRequests;

/** Builds the session store and hooks up cookies, limits, pupils and the screen of sessions. */
final readonly class SessionHooks {

	private SessionDesk $desk;

	private PupilSessions $pupils;

	private DatabaseSessions $sessions;

	/**
	 * @param Services $services Shared services.
	 */
	public function __construct( private Services $services ) {
		global $wpdb;
		$this->desk     = new SessionDesk( new SessionTable( $wpdb ), $services->pseudonyms, $services->clock, get_current_blog_id() );
		$this->pupils   = new PupilSessions( $this->desk, $services->pupil, SessionRequests::send( ... ) );
		$this->sessions = new DatabaseSessions( $this->desk, $this->pupils );
	}

	/** Sessions. */
	public function sessions(): Sessions {
		return $this->sessions;
	}

	/**
	 * Hooks everything up.
	 *
	 * @param Closure(): Renewal       $renewal  Asks the provider whether a session still holds.
	 * @param Closure(): LoginReceiver $receiver Takes what it says.
	 */
	public function register( Closure $renewal, Closure $receiver ): void {
		$this->services->migrations->register( Plugin::SLUG, new M0201CreateSessions() );
		SessionTokens::keep_in( $this->desk );
		$requests = new SessionRequests( $this->pupils, $this->services->pupil, new RenewSession( $this->desk, $this->services->locks, $renewal, $receiver, $this->services->audit ) );

		add_filter( 'session_token_manager', static fn (): string => SessionTokens::class );
		add_filter( 'auth_cookie_expiration', fn ( int $seconds, int $user_id ): int => SessionTokens::limits( $user_id )->absolute, 10, 2 );
		add_action( 'plugins_loaded', $requests->recognise_pupil( ... ), 1 );
		add_action( 'init', $requests->renew( ... ), 1 );
		add_filter( 'nonce_user_logged_out', $this->pupils->nonce_name( ... ) );
		add_filter( 'rest_authentication_errors', $requests->ask_for_nonce( ... ), 90 );
		add_filter( 'wp_headers', $requests->keep_out_of_caches( ... ), PHP_INT_MAX );
		add_filter( 'nocache_headers', $requests->keep_out_of_caches( ... ), PHP_INT_MAX );
		add_filter( 'rest_pre_serve_request', $requests->keep_rest_out_of_caches( ... ), PHP_INT_MAX );

		// Whoever may no longer be here is out at once; what somebody may do is asked anew at every request anyway.
		add_action( 'remove_user_from_blog', fn ( int $user_id, int $portal ): int => $this->sessions->end_for_user( $user_id, $portal ), 10, 2 );
		add_action( 'after_password_reset', fn ( \WP_User $user ): int => $this->sessions->end_for_user( $user->ID ) );
		add_action( 'wpmu_delete_user', fn ( int $user_id ): int => $this->sessions->end_for_user( $user_id ) );
		add_action( Sweep::HOOK, fn () => is_main_site() ? $this->desk->store->purge( $this->services->clock->now()->getTimestamp() ) : null, 30 );
	}
}
