<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Session;

use Lernwelt\Sso\Application\Session\LiveLimits;
use Lernwelt\Sso\Domain\LogoutNotice;
use PHPUnit\Framework\Attributes\TestWith;
use WP_Session_Tokens;
use WP_User;

/** Sessions of accounts. */
final class SessionsTest extends SessionsTestCase {

	public function test_a_login_with_a_password_leaves_one_row_without_address_and_browser(): void {
		$_SERVER['REMOTE_ADDR']     = '203.0.113.77';
		$_SERVER['HTTP_USER_AGENT'] = 'Netscape Navigator';
		$user                       = $this->teacher();
		wp_set_auth_cookie( $user, true );

		$rows = self::rows();
		self::assertCount( 1, $rows );
		self::assertSame( [ (string) $user, 'local', '', null ], [ (string) $rows[0]['user_id'], $rows[0]['kind'], $rows[0]['sealed'], $rows[0]['sid_key'] ] );
		self::assertDoesNotMatchRegularExpression( '/203\.0|Netscape/', (string) wp_json_encode( $rows ) );
		self::assertSame( '', get_user_meta( $user, 'session_tokens', true ) );
		// WordPress and the store look at the clock one after the other.
		self::assertEqualsWithDelta( 43_200, (int) $rows[0]['expires'] - (int) $rows[0]['created'], 2, '"Remember me" lasts no longer' );
		self::assertSame( $user, self::known() );
		self::assertSame( [ [ 'expiration', 'login' ] ], array_map( array_keys( ... ), WP_Session_Tokens::get_instance( $user )->get_all() ) );
		self::assertSame( hash( 'sha256', wp_get_session_token() ), $rows[0]['verifier'] );
	}

	public function test_a_session_is_good_on_its_portal_only(): void {
		$user = $this->teacher();
		wp_set_auth_cookie( $user );
		$this->visit_portal( 'lernorte' );
		self::assertSame( 0, self::known() );
		$this->home();
		self::assertSame( $user, self::known() );
	}

	public function test_where_wordpress_switches_to_does_not_count(): void {
		$user = $this->teacher();
		$this->go_to_portal( 'lernorte' );
		wp_set_auth_cookie( $user );
		self::assertSame( $user, self::known() );
		restore_current_blog();
		self::assertSame( [ $user, (string) get_current_blog_id() ], [ self::known(), (string) self::rows()[0]['portal'] ] );
	}

	#[TestWith( [ 'lernwelt_teacher', '+119 minutes', true ] )]
	#[TestWith( [ 'lernwelt_teacher', '+120 minutes', false ] )]
	#[TestWith( [ 'administrator', '+29 minutes', true ] )]
	#[TestWith( [ 'administrator', '+30 minutes', false ] )]
	public function test_a_session_without_requests_ends( string $role, string $pause, bool $holds ): void {
		$user = $this->teacher( $role );
		wp_set_auth_cookie( $user );
		$this->clock->advance( $pause );
		self::assertSame( $holds ? $user : 0, self::known() );
		self::assertCount( $holds ? 1 : 0, self::rows(), 'a refused session is gone' );
	}

	public function test_a_session_in_use_ends_as_well(): void {
		$user = $this->teacher( 'administrator' );
		wp_set_auth_cookie( $user );
		for ( $minutes = 0; $minutes < 460; $minutes += 20 ) {
			self::assertSame( $user, self::known(), "after $minutes minutes" );
			$this->clock->advance( '+20 minutes' );
		}
		$this->clock->advance( '+20 minutes' );
		self::assertSame( 0, self::known() );
	}

	public function test_another_role_has_its_limits_at_once(): void {
		$user = $this->teacher();
		wp_set_auth_cookie( $user );
		$this->clock->advance( '+40 minutes' );
		( new WP_User( $user ) )->add_role( 'administrator' );
		self::assertSame( 0, self::known() );
	}

	public function test_limits_are_asked_for_once_and_what_the_filter_says_holds(): void {
		$asked = 0;
		add_filter(
			'lernwelt_session_limits',
			static function ( array $rows ) use ( &$asked ): array {
				++$asked;
				return [ ...$rows, '' => [ 120, 240 ] ];
			}
		);
		$limits = new LiveLimits();
		$user   = $this->teacher( 'subscriber' );
		self::assertSame( [ 120, 240 ], [ $limits->of( $user, get_current_blog_id() )->idle, $limits->of( $user, get_current_blog_id() )->absolute ] );
		self::assertSame( 1, $asked );
	}

	public function test_a_request_is_noted_at_most_every_five_minutes(): void {
		$user = $this->teacher();
		wp_set_auth_cookie( $user );
		$begin = (int) self::rows()[0]['seen'];
		$this->clock->advance( '+299 seconds' );
		self::known();
		self::assertSame( $begin, (int) self::rows()[0]['seen'] );
		$this->clock->advance( '+1 second' );
		self::known();
		self::assertSame( $begin + 300, (int) self::rows()[0]['seen'] );
	}

	public function test_a_request_asks_for_its_session_once(): void {
		global $wpdb;
		$user = $this->teacher();
		wp_set_auth_cookie( $user );
		self::known();
		$before = $wpdb->num_queries;
		self::known();
		self::assertSame( $before, $wpdb->num_queries );
	}

	public function test_tokens_of_the_provider_are_kept_so_that_only_the_cookie_opens_them(): void {
		$user = $this->teacher();
		$this->sessions->open_for_user( $user, self::login() );
		self::assertSame( $user, get_current_user_id() );
		self::assertSame( $user, self::known() );
		$stored = (string) wp_json_encode( self::rows() );
		self::assertDoesNotMatchRegularExpression( '/geheim|anja|sid-1|example\.org/', $stored . base64_decode( (string) self::rows()[0]['sealed'], true ) );

		self::assertSame( 'id-geheim', $this->sessions->end_current() );
		self::assertSame( [ 0, 0, [] ], [ get_current_user_id(), self::known(), self::rows() ] );
		self::assertNull( $this->sessions->end_current(), 'nobody is there any more' );
	}

	public function test_logging_out_of_a_password_s_session_concerns_no_provider(): void {
		$user = $this->teacher();
		wp_set_auth_cookie( $user );
		wp_set_current_user( $user );
		self::assertNull( $this->sessions->end_current() );
		self::assertSame( [], self::rows() );
	}

	public function test_whoever_logs_in_ends_what_was_open_in_this_browser(): void {
		$first  = $this->teacher();
		$second = $this->teacher();
		wp_set_auth_cookie( $first );
		$this->sessions->open_for_user( $second, self::login() );
		self::assertSame( [ (string) $second ], array_map( strval( ... ), array_column( self::rows(), 'user_id' ) ) );
		wp_set_auth_cookie( $first );
		self::assertSame( [ (string) $first ], array_map( strval( ... ), array_column( self::rows(), 'user_id' ) ) );
	}

	public function test_the_provider_ends_the_sessions_of_a_sid_on_all_portals_and_nobody_else_s(): void {
		$user = $this->teacher();
		$this->open( $user, 'sid-1' );
		$this->open( $user, 'sid-2' );
		$this->open( 0, 'sid-1' );
		$this->open( 0, 'sid-3' );
		$this->open( 0, '' );
		$this->visit_portal( 'lernorte' );
		$this->open( $user, 'sid-1' );
		self::assertSame( 0, $this->sessions->end_named( new LogoutNotice( 'https://other.example.org', 'sid-1', 'anja' ) ), 'another provider' );
		self::assertSame( 3, $this->sessions->end_named( new LogoutNotice( self::ISSUER, 'sid-1', 'anja' ) ) );
		self::assertSame( [ (string) $user, '0', '0' ], array_map( strval( ... ), array_column( self::rows(), 'user_id' ) ) );
		self::assertSame( 0, $this->sessions->end_named( new LogoutNotice( self::ISSUER, 'sid-1', 'anja' ) ) );
		self::assertSame( [ 'backchannel' ], array_values( array_unique( array_column( $this->audited, 'reason' ) ) ) );

		self::assertSame( 0, $this->sessions->end_named( new LogoutNotice( self::ISSUER, null, null ) ) );
		self::assertSame( 1, $this->sessions->end_named( new LogoutNotice( self::ISSUER, null, 'anja' ) ), 'without sid: all of the subject; pupils have none' );
		self::assertSame( [ '0', '0' ], array_map( strval( ... ), array_column( self::rows(), 'user_id' ) ) );
	}

	public function test_leaving_a_portal_ends_its_sessions_only(): void {
		$user = $this->teacher();
		add_user_to_blog( $this->blog_id( 'lernorte' ), $user, 'lernwelt_teacher' );
		$this->open( $user, 'a' );
		$this->visit_portal( 'lernorte' );
		$this->open( $user, 'a' );
		$this->home();
		remove_user_from_blog( $user, $this->blog_id( 'lernorte' ) );
		self::assertSame( [ (string) get_current_blog_id() ], array_map( strval( ... ), array_column( self::rows(), 'portal' ) ) );
		( new WP_User( $user ) )->remove_role( 'lernwelt_teacher' );
		self::assertSame( [], self::rows(), 'the last role is gone' );
	}

	public function test_one_of_two_roles_less_ends_nothing(): void {
		$user = $this->teacher();
		( new WP_User( $user ) )->add_role( 'editor' );
		$this->open( $user, 'a' );
		( new WP_User( $user ) )->remove_role( 'editor' );
		self::assertCount( 1, self::rows() );
	}

	public function test_another_password_ends_all_sessions_but_the_one_it_is_changed_in(): void {
		$user = $this->teacher();
		$this->open( $user, 'a' );
		wp_set_auth_cookie( $user );
		wp_set_current_user( $user );
		wp_update_user( [ 'ID' => $user, 'user_pass' => 'ein ganz anderes Passwort' ] );
		self::assertCount( 1, self::rows() );
		self::assertSame( $user, self::known() );
		$this->log_out();
		wp_update_user( [ 'ID' => $user, 'user_pass' => 'noch ein ganz anderes Passwort' ] );
		self::assertSame( [], self::rows(), 'somebody else changed it' );
		$this->open( $user, 'a' );
		wp_update_user( [ 'ID' => $user, 'display_name' => 'Anders' ] );
		self::assertCount( 1, self::rows() );
		wp_set_password( 'und noch ein anderes Passwort', $user );
		self::assertSame( [], self::rows(), 'reset' );
	}

	public function test_cookies_sent_again_leave_a_session_of_the_provider_as_it_is(): void {
		$user = $this->teacher();
		$this->sessions->open_for_user( $user, self::login() );
		$before = self::rows();
		wp_update_user( [ 'ID' => $user, 'user_pass' => 'ein ganz anderes Passwort' ] );
		self::assertSame( $before, self::rows() );
		self::assertSame( 'id-geheim', $this->sessions->end_current() );
	}

	public function test_a_deleted_account_has_no_sessions(): void {
		$user = $this->teacher();
		$this->open( $user, 'a' );
		require_once ABSPATH . 'wp-admin/includes/ms.php';
		require_once ABSPATH . 'wp-admin/includes/user.php';
		wpmu_delete_user( $user );
		self::assertSame( [], self::rows() );
	}

	public function test_everywhere_means_all_portals(): void {
		$user = $this->teacher();
		$this->visit_portal( 'lernorte' );
		$this->open( $user, 'a' );
		$this->home();
		wp_set_auth_cookie( $user );
		$tokens = WP_Session_Tokens::get_instance( $user );
		self::assertCount( 2, $tokens->get_all() );
		$tokens->destroy_others( wp_get_session_token() );
		self::assertCount( 1, $tokens->get_all() );
		self::assertSame( $user, self::known() );
		$tokens->destroy_all();
		self::assertSame( 0, self::known() );
	}

	public function test_nobody_ends_or_moves_somebody_else_s_session_by_its_token(): void {
		$user = $this->teacher();
		wp_set_auth_cookie( $user );
		$other = WP_Session_Tokens::get_instance( $this->teacher() );
		$other->destroy( wp_get_session_token() );
		$other->update( wp_get_session_token(), [ 'expiration' => 1 ] );
		self::assertSame( $user, self::known() );
	}

	public function test_what_is_over_is_deleted(): void {
		$user = $this->teacher();
		$this->open( $user, 'a' );
		$this->clock->advance( '+7 hours' );
		$this->open( $user, 'b' );
		$this->clock->advance( '+61 minutes' );
		$this->store->purge();
		self::assertCount( 1, self::rows(), 'eight hours unused' );
		$this->clock->advance( '+11 hours' );
		$this->store->purge();
		self::assertSame( [], self::rows() );
	}

	/** Opens a session in some other browser. */
	private function open( int $user, string $sid ): void {
		$token = wp_generate_password( 43, false );
		if ( 0 === $user ) {
			$this->store->open_pupil( $token, self::login( $sid, 'lena' ) );
			return;
		}
		$this->store->open_provider( $token, $user, self::login( $sid ) );
	}
}
