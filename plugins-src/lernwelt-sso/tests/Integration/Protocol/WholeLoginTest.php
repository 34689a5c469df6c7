<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Protocol;

use Lernwelt\Core\Core;
use Lernwelt\Sso\AccountHooks;
use Lernwelt\Sso\SessionHooks;
use Lernwelt\Tests\HostileProvider;
use PHPUnit\Framework\Attributes\DataProvider;

/** The endpoints with the real accounts and sessions behind them. */
final class WholeLoginTest extends ProtocolTestCase {

	private const BACKCHANNEL = 'oidcc-client-test-rp-backchannel-rpinitlogout';

	protected function setUp(): void {
		parent::setUp();
		$_COOKIE = [];
		add_filter( 'send_auth_cookies', '__return_false', PHP_INT_MAX );
		$this->really();
	}

	/** As a new request at the current portal. */
	private function really(): void {
		$sessions            = ( new SessionHooks( Core::services() ) )->sessions();
		$this->used_sessions = $sessions;
		$this->used_receiver = ( new AccountHooks( Core::services() ) )->receiver( $sessions );
	}

	/** @return array{int, int} Users and sessions. */
	private static function count_rows(): array {
		global $wpdb;
		return [ (int) $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->users" ), (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->base_prefix}lw_sessions" ) ];
	}

	private function log_in_with_sid( string $sid, string $sub = 'hostile-subject' ): void {
		$this->provider->play( 'oidcc-client-test', [ 'claims' => [ 'sid' => $sid, 'sub' => $sub, 'email' => "$sub@schule.example.org" ] ] );
		self::assertSame( 302, $this->log_in()->status );
		wp_set_current_user( 0 );
		$_COOKIE = [];
	}

	public function test_a_good_login_makes_one_account_and_one_session(): void {
		[ $users, $sessions ] = self::count_rows();
		$this->log_in_with_sid( 's1' );
		self::assertSame( [ $users + 1, $sessions + 1 ], self::count_rows() );
		$this->log_in_with_sid( 's2' );
		self::assertSame( [ $users + 1, $sessions + 2 ], self::count_rows(), 'the same person again' );
	}

	/** @return iterable<string, array{string}> */
	public static function refused(): iterable {
		foreach ( HostileProvider::inventory()['login'] as $name => $scenario ) {
			if ( ! $scenario['accept'] && 'code-used-twice' !== $name ) {
				yield $name => [ $name ];
			}
		}
	}

	#[DataProvider( 'refused' )]
	public function test_a_refused_login_changes_nothing_of_the_account_it_is_about( string $name ): void {
		global $wpdb;
		$this->log_in_with_sid( 's1' );
		$before        = self::rows_that_matter();
		$this->audited = [];
		$this->provider->play( $name, [ 'clientSecret' => self::SECRET, 'claims' => [ 'name' => 'Jemand Anderes', 'realm_access' => [ 'roles' => [ 'portal-admin' ] ] ] ] );
		// Keys and configuration of the good login are forgotten.
		$wpdb->query( "DELETE FROM {$wpdb->base_prefix}lw_sso_documents" );
		$this->assert_refused( $this->log_in(), 'login', $name );
		self::assertSame( [], array_diff_assoc( self::rows_that_matter(), $before ) );
	}

	public function test_a_logout_token_ends_the_sessions_of_its_sid_on_all_portals_and_nobody_elses(): void {
		[ , $before ] = self::count_rows();
		$this->log_in_with_sid( 'shared' );
		$this->log_in_with_sid( 'another' );
		$this->log_in_with_sid( 'theirs', 'somebody-else' );
		$this->go_to_portal( 'lernorte' );
		$this->really();
		$this->log_in_with_sid( 'shared' );
		restore_current_blog();
		$this->really();
		self::assertSame( $before + 4, self::count_rows()[1] );

		$token = $this->provider->logout_token( self::BACKCHANNEL, [ 'sub' => 'hostile-subject', 'sid' => 'shared' ] );
		self::assertSame( 200, $this->ask( '/sso/backchannel-logout', 'POST', [ 'logout_token' => $token ] )->status );
		self::assertSame( $before + 2, self::count_rows()[1] );

		$token = $this->provider->logout_token( 'no-sid', [ 'sub' => 'hostile-subject' ] );
		self::assertSame( 200, $this->ask( '/sso/backchannel-logout', 'POST', [ 'logout_token' => $token ] )->status );
		self::assertSame( $before + 1, self::count_rows()[1], 'the other person stays' );
	}

	public function test_an_unknown_session_is_no_error(): void {
		$token = $this->provider->logout_token( self::BACKCHANNEL, [ 'sub' => 'nobody', 'sid' => 'nothing' ] );
		self::assertSame( 200, $this->ask( '/sso/backchannel-logout', 'POST', [ 'logout_token' => $token ] )->status );
	}

	public function test_a_pupil_leaves_a_session_and_no_account_and_is_logged_out_by_sid(): void {
		[ $users, $sessions ] = self::count_rows();
		$this->provider->play( 'oidcc-client-test', [ 'claims' => [ 'sid' => 'child', 'sub' => 'child', 'realm_access' => [ 'roles' => [ 'schueler' ] ] ] ] );
		self::assertSame( 302, $this->log_in()->status );
		self::assertSame( [ $users, $sessions + 1 ], self::count_rows() );
		$token = $this->provider->logout_token( self::BACKCHANNEL, [ 'sub' => 'child', 'sid' => 'child' ] );
		self::assertSame( 200, $this->ask( '/sso/backchannel-logout', 'POST', [ 'logout_token' => $token ] )->status );
		self::assertSame( [ $users, $sessions ], self::count_rows() );
	}
}
