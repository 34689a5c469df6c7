<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Protocol;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\Core;
use Lernwelt\Sso\Persistence\Protocol\LogoutTokenTable;
use Lernwelt\Sso\Web\Protocol\Request;
use RuntimeException;

/** Logging out by the button; ConformanceTest plays the logout tokens. */
final class LogoutTest extends ProtocolTestCase {

	private const SAME = [ 'sec-fetch-site' => 'same-origin' ];

	public function test_oidcc_client_test_rp_init_logout(): void {
		$this->sessions->id_token = 'header.payload.signature';
		$answer                   = $this->ask( '/sso/logout', 'POST', [], self::SAME );
		$query                    = self::query( $answer->location );
		self::assertStringStartsWith( $this->provider->issuer . '/logout?', $answer->location );
		self::assertSame( [ 'header.payload.signature', 'lernwelt', home_url( '/sso/logged-out' ) ], [ $query['id_token_hint'], $query['client_id'], $query['post_logout_redirect_uri'] ] );
		self::assertMatchesRegularExpression( '/^[A-Za-z0-9_-]{43}$/', $query['state'] );
		self::assertSame( 1, $this->sessions->ended );

		$back = $this->ask( $this->provider->authorize( $answer->location ) );
		self::assertSame( [ 302, home_url( '/' ), [] ], [ $back->status, $back->location, $this->audited ] );
	}

	public function test_a_pupil_logs_out_with_the_client_id(): void {
		$this->sessions->id_token = '';
		$query                    = self::query( $this->ask( '/sso/logout', 'POST', [], self::SAME )->location );
		self::assertSame( 'lernwelt', $query['client_id'] );
		self::assertArrayNotHasKey( 'id_token_hint', $query );
	}

	public function test_oidcc_client_test_rp_init_logout_other_state(): void {
		$this->assert_logout_not_confirmed( 'oidcc-client-test-rp-init-logout-other-state', 'logout_state_unknown' );
	}

	public function test_oidcc_client_test_rp_init_logout_no_state(): void {
		$this->assert_logout_not_confirmed( 'oidcc-client-test-rp-init-logout-no-state', 'logout_state_missing' );
	}

	private function assert_logout_not_confirmed( string $scenario, string $reason ): void {
		$this->provider->play( $scenario );
		$this->sessions->id_token = 'a.b.c';
		$answer                   = $this->ask( '/sso/logout', 'POST', [], self::SAME );
		$back                     = $this->ask( $this->provider->authorize( $answer->location ) );
		self::assertSame( 1, $this->sessions->ended, 'logged out here all the same, and nothing else ends' );
		self::assertSame( [ 400, $reason ], [ $back->status, $this->assert_refused( $back, 'logout' ) ] );
		self::assertStringContainsString( esc_url( home_url( '/' ) ), $back->page->html ?? '' );
	}

	public function test_another_site_cannot_log_anybody_out(): void {
		foreach ( [ [], [ 'sec-fetch-site' => 'cross-site' ], [ 'sec-fetch-site' => 'same-site' ], [ 'origin' => 'https://evil.example' ] ] as $headers ) {
			$this->audited = [];
			$answer        = $this->ask( '/sso/logout', 'POST', [], $headers );
			self::assertSame( [ 403, 'cross_site', 0 ], [ $answer->status, $this->assert_refused( $answer, 'logout' ), $this->sessions->ended ] );
		}
	}

	public function test_who_has_no_session_of_the_provider_goes_to_the_start_page(): void {
		self::assertSame( home_url( '/' ), $this->ask( '/sso/logout', 'POST', [], self::SAME )->location );
		self::assertSame( [], $this->provider->log() );
	}

	public function test_the_session_ends_here_even_when_the_provider_does_not_answer(): void {
		$this->provider->play( 'oidcc-client-test', [ 'dead' => [ 'discovery' ] ] );
		$this->sessions->id_token = 'a.b.c';
		$answer                   = $this->ask( '/sso/logout', 'POST', [], self::SAME );
		self::assertSame( [ 503, 1, 'logout_incomplete' ], [ $answer->status, $this->sessions->ended, $this->assert_refused( $answer, 'logout' ) ] );
	}

	public function test_logging_out_of_wp_admin_ends_the_session_at_the_provider_too(): void {
		$this->sessions->id_token = 'header.payload.signature';
		$answer                   = $this->endpoints()->leave( new Request( 'GET', '/wp-login.php', [ 'action' => 'logout' ] ) );
		$query                    = self::query( $answer->location );
		self::assertStringStartsWith( $this->provider->issuer . '/logout?', $answer->location );
		self::assertSame( [ 'header.payload.signature', home_url( '/sso/logged-out' ) ], [ $query['id_token_hint'], $query['post_logout_redirect_uri'] ] );
		self::assertSame( 1, $this->sessions->ended );

		$this->browser = $answer->browser;
		$back          = $this->ask( $this->provider->authorize( $answer->location ) );
		self::assertSame( [ 302, home_url( '/' ), [] ], [ $back->status, $back->location, $this->audited ] );
	}

	public function test_a_session_with_a_password_that_leaves_wp_admin_goes_where_wordpress_would_send_it(): void {
		$leave = fn ( string $to ): string => $this->endpoints()->leave( new Request( 'GET', '/wp-login.php', [ 'action' => 'logout', 'redirect_to' => $to ] ) )->location;
		self::assertSame( home_url( '/kontakt/' ), $leave( home_url( '/kontakt/' ) ) );
		foreach ( [ '', 'https://evil.example/' ] as $to ) {
			self::assertSame( site_url( 'wp-login.php?loggedout=true', 'login' ), $leave( $to ) );
		}
		self::assertSame( [], $this->provider->log() );
	}

	public function test_wp_admin_says_so_when_the_provider_does_not_answer(): void {
		$this->provider->play( 'oidcc-client-test', [ 'dead' => [ 'discovery' ] ] );
		$this->sessions->id_token = 'a.b.c';
		$answer                   = $this->endpoints()->leave( new Request( 'GET', '/wp-login.php' ) );
		self::assertSame( [ 503, 1, 'logout_incomplete' ], [ $answer->status, $this->sessions->ended, $this->assert_refused( $answer, 'logout' ) ] );
	}

	public function test_the_link_of_the_admin_bar_ends_the_session_once_and_needs_its_nonce(): void {
		$this->work_without_rollback();
		add_filter( 'send_auth_cookies', '__return_false', PHP_INT_MAX );
		add_action( 'set_logged_in_cookie', static fn ( string $value ) => $_COOKIE[ (string) constant( 'LOGGED_IN_COOKIE' ) ] = $value, 99 );
		$stop = static fn ( string $header, int $status ) => throw new RuntimeException( "answered with $status" );
		add_filter( 'wp_die_handler', static fn (): callable => static fn () => throw new RuntimeException( 'refused' ) );
		$user = $this->log_in_as( 'editor' );
		wp_set_auth_cookie( $user->ID );
		$rows   = static fn (): int => count( \WP_Session_Tokens::get_instance( $user->ID )->get_all() );
		$logout = function () use ( $stop ): string {
			add_filter( 'status_header', $stop, 10, 2 );
			try {
				do_action( 'login_form_logout' );
				return 'went on';
			} catch ( RuntimeException $end ) {
				return $end->getMessage();
			} finally {
				remove_filter( 'status_header', $stop );
			}
		};
		$_REQUEST['_wpnonce'] = 'wrong';
		self::assertSame( [ 'refused', 1 ], [ $logout(), $rows() ] );
		$_REQUEST['_wpnonce'] = wp_create_nonce( 'log-out' );
		$this->audited        = [];
		self::assertSame( [ 'answered with 302', 0, 0 ], [ $logout(), $rows(), get_current_user_id() ] );
		self::assertSame( [ [ 'session', 'ended', 'logout', $user->ID ] ], array_map( static fn ( AuditEvent $event ): array => [ $event->area, $event->action, $event->reason, $event->user_id ], $this->audited ) );
		unset( $_REQUEST['_wpnonce'] );
		$_COOKIE = [];
	}

	public function test_logout_tokens_are_forgotten_when_they_have_ended(): void {
		global $wpdb;
		$table = new LogoutTokenTable( $wpdb, $this->clock, Core::services()->pseudonyms );
		$end   = $this->clock->now()->getTimestamp() + 180;
		self::assertSame( [ true, false, true ], [ $table->use_once( 'i', 'a', $end ), $table->use_once( 'i', 'a', $end ), $table->use_once( 'j', 'a', $end ) ] );
		$this->clock->advance( '+179 seconds' );
		$table->purge();
		self::assertFalse( $table->use_once( 'i', 'a', $end ) );
		$this->clock->advance( '+1 second' );
		$table->purge();
		self::assertTrue( $table->use_once( 'i', 'a', $end ) );
	}
}
