<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Session;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Core;
use Lernwelt\Core\Persistence\Savepoints;
use Lernwelt\Core\Transaction;
use Lernwelt\Sso\Application\Session\LiveLimits;
use Lernwelt\Sso\Application\Session\SessionStore;
use Lernwelt\Sso\Application\Session\SessionTokens;
use Lernwelt\Sso\Domain\TokenSet;
use Lernwelt\Sso\Domain\VerifiedLogin;
use Lernwelt\Sso\Persistence\Session\SessionTable;
use Lernwelt\Sso\Web\Session\BrowserSessions;
use Lernwelt\Sso\Web\Session\PupilVisit;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;

/** Sessions with a clock that stands still, and a browser that keeps its cookies. */
abstract class SessionsTestCase extends IntegrationTestCase {

	protected const ISSUER = 'https://id.example.org/realms/bildung';

	protected FrozenClock $clock;

	protected SessionStore $store;

	protected PupilVisit $visit;

	protected BrowserSessions $sessions;

	/** @var list<AuditEvent> */
	protected array $audited = [];

	protected function setUp(): void {
		parent::setUp();
		$_COOKIE     = [];
		$this->clock = new FrozenClock( gmdate( 'Y-m-d H:i:s' ) );
		$this->use_clock( $this->clock );
		add_action( 'set_logged_in_cookie', static fn ( string $value ) => $_COOKIE[ (string) constant( 'LOGGED_IN_COOKIE' ) ] = $value, 99 );
		add_action(
			'clear_auth_cookie',
			static function (): void {
				unset( $_COOKIE[ (string) constant( 'LOGGED_IN_COOKIE' ) ] );
			}
		);
		add_filter( 'send_auth_cookies', '__return_false', PHP_INT_MAX );
		add_action(
			AuditLog::ACTION,
			function ( AuditEvent $event ): void {
				if ( 'session' === $event->area ) {
					$this->audited[] = $event;
				}
			}
		);
	}

	protected function tearDown(): void {
		while ( ms_is_switched() ) {
			restore_current_blog();
		}
		$this->use_clock( Core::services()->clock );
		Core::services()->pupil->leave();
		parent::tearDown();
	}

	/** A new request at another portal, until the end of the test or home(). */
	protected function visit_portal( string $id ): void {
		$this->go_to_portal( $id );
		$this->use_clock( $this->clock );
	}

	/** A new request at the main portal. */
	protected function home(): void {
		restore_current_blog();
		$this->use_clock( $this->clock );
	}

	private function use_clock( Clock $clock ): void {
		global $wpdb;
		$services       = Core::services();
		$this->store    = new SessionStore( new SessionTable( $wpdb ), new LiveLimits(), $clock, $services->pseudonyms, get_current_blog_id() );
		$this->visit    = new PupilVisit( $this->store, $services->pupil );
		$this->sessions = new BrowserSessions( $this->store, $this->visit, self::audit() );
		SessionTokens::keep_in( $this->store );
	}

	/** An audit log that doesn't wait for the end of the test's transaction. */
	protected static function audit(): AuditLog {
		global $wpdb;
		return new AuditLog( new Transaction( new Savepoints( $wpdb ) ) );
	}

	protected static function login( string $sid = 'sid-1', string $subject = 'anja', ?string $refresh = 'refresh-geheim', int $expires = 0 ): VerifiedLogin {
		return new VerifiedLogin( self::ISSUER, $subject, $sid, [], new TokenSet( 'id-geheim', 'access-geheim', $refresh, $expires ), '/' );
	}

	/** Makes a teacher without logging in. */
	protected function teacher( string $role = 'lernwelt_teacher' ): int {
		$user = $this->log_in_as( $role );
		$this->log_out();
		return $user->ID;
	}

	/** Whom the browser's cookie shows in a new request; 0 for nobody. */
	protected static function known(): int {
		return (int) wp_validate_auth_cookie( '', 'logged_in' );
	}

	/** @return list<array<string, string|null>> */
	protected static function rows(): array {
		global $wpdb;
		return $wpdb->get_results( "SELECT * FROM {$wpdb->base_prefix}lw_sessions ORDER BY id", ARRAY_A );
	}
}
