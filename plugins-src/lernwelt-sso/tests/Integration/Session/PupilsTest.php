<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Session;

use Lernwelt\Core\Capability;
use Lernwelt\Core\Core;
use Lernwelt\Core\Viewer;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\LogoutNotice;
use Lernwelt\Sso\Web\Session\PupilCookie;
use PHPUnit\Framework\Attributes\TestWith;
use WP_Error;
use WP_REST_Response;

/** Pupils: a role without a person. */
final class PupilsTest extends SessionsTestCase {

	protected function setUp(): void {
		parent::setUp();
		add_filter( 'nonce_user_logged_out', $this->visit->nonce_owner( ... ) );
		add_filter( 'rest_authentication_errors', $this->visit->check_rest( ... ), 90 );
		unset( $_REQUEST['_wpnonce'], $_SERVER['HTTP_X_WP_NONCE'] );
		if ( null === Core::services()->capabilities->find( 'lernwelt_test_pupils' ) ) {
			Core::services()->capabilities->register( new Capability( 'lernwelt_test_pupils', static fn (): string => 'Test', [ 'lernwelt_pupil' ] ) );
		}
	}

	public function test_a_pupil_is_a_viewer_with_rights_and_no_user(): void {
		$this->sessions->open_for_pupil( self::login() );
		$viewer = Viewer::current();
		self::assertSame( [ true, false, 0, true, false ], [ $viewer->is_pupil(), $viewer->is_guest(), $viewer->user_id, $viewer->can( 'lernwelt_test_pupils' ), $viewer->can( 'edit_posts' ) ] );
		self::assertFalse( is_user_logged_in() );
		$this->new_request();
		self::assertTrue( Viewer::current()->is_pupil() );
	}

	public function test_the_row_holds_a_role_and_a_keyed_hash_and_nothing_else(): void {
		$this->sessions->open_for_pupil( self::login( 'sid-geheim', 'lena-geheim' ) );
		$row = self::rows()[0];
		self::assertSame( [ '0', 'pupil', null, '', '0' ], [ (string) $row['user_id'], $row['kind'], $row['subject_key'], $row['sealed'], (string) $row['renew_at'] ] );
		self::assertSame( 28_800, (int) $row['expires'] - (int) $row['created'] );
		self::assertNotContains( hash( 'sha256', 'sid-geheim' ), $row );
		$this->clock->advance( '+1 hour' );
		$this->new_request();
		self::assertSame( $row, self::rows()[0], 'no trace of later requests' );
	}

	public function test_a_login_that_names_no_session_of_the_provider_is_refused(): void {
		try {
			$this->sessions->open_for_pupil( self::login( '' ) );
			self::fail( 'accepted' );
		} catch ( LoginRefused $refused ) {
			self::assertSame( [ 'sid_missing', 403 ], [ $refused->reason, $refused->status ] );
		}
		self::assertSame( [ [], [], true ], [ self::rows(), $_COOKIE, Viewer::current()->is_guest() ] );
	}

	public function test_an_answer_that_takes_a_cookie_back_may_not_be_kept_either(): void {
		$_COOKIE = [ PupilCookie::NAME => 'x' ];
		$this->new_request();
		self::assertSame( [ 'Cache-Control' => 'no-store, private' ], $this->visit->no_store( [ 'Cache-Control' => 'max-age=60' ] ) );
	}

	public function test_it_ends_after_eight_hours(): void {
		$this->sessions->open_for_pupil( self::login() );
		$this->clock->advance( '+28799 seconds' );
		$this->new_request();
		self::assertTrue( Viewer::current()->is_pupil() );
		$this->clock->advance( '+1 second' );
		$this->new_request();
		self::assertTrue( Viewer::current()->is_guest() );
		self::assertSame( [], $_COOKIE );
		self::assertSame( [], self::rows() );
	}

	public function test_another_portal_refuses_the_cookie(): void {
		$this->sessions->open_for_pupil( self::login() );
		$cookie = $_COOKIE;
		$this->visit_portal( 'eure-lernwelt' );
		$this->new_request();
		self::assertTrue( Viewer::current()->is_guest() );
		$this->home();
		$_COOKIE = $cookie;
		$this->new_request();
		self::assertTrue( Viewer::current()->is_pupil() );
	}

	#[TestWith( [ '' ] )]
	#[TestWith( [ 'abc' ] )]
	#[TestWith( [ '0000000000000000000000000000000000000000000000000000000000000000' ] )]
	#[TestWith( [ "' OR 1=1 --" ] )]
	public function test_other_cookies_let_nobody_in( string $value ): void {
		$this->sessions->open_for_pupil( self::login() );
		$_COOKIE = [ PupilCookie::NAME => $value ];
		$this->new_request();
		self::assertTrue( Viewer::current()->is_guest() );
	}

	public function test_the_token_of_an_account_is_no_pupil_s(): void {
		$token = PupilCookie::random();
		$this->store->open_provider( $token, $this->teacher(), self::login() );
		$_COOKIE = [ PupilCookie::NAME => $token ];
		$this->new_request();
		self::assertTrue( Viewer::current()->is_guest() );
	}

	public function test_the_provider_ends_it_by_sid(): void {
		$this->sessions->open_for_pupil( self::login( 'sid-9' ) );
		self::assertSame( 1, $this->sessions->end_named( new LogoutNotice( self::ISSUER, 'sid-9', 'whoever' ) ) );
		$this->new_request();
		self::assertTrue( Viewer::current()->is_guest() );
	}

	public function test_logging_out_gives_no_hint_to_the_provider(): void {
		$this->sessions->open_for_pupil( self::login() );
		self::assertSame( '', $this->sessions->end_current() );
		self::assertSame( [ [], [], true ], [ $_COOKIE, self::rows(), Viewer::current()->is_guest() ] );
		self::assertNull( $this->sessions->end_current() );
	}

	public function test_a_user_who_logs_in_ends_the_pupil_s_session(): void {
		$this->sessions->open_for_pupil( self::login() );
		$user = $this->teacher();
		$this->sessions->open_for_user( $user, self::login( 'sid-2' ) );
		self::assertSame( [ [ (string) $user ], false ], [ array_map( strval( ... ), array_column( self::rows(), 'user_id' ) ), Viewer::current()->is_pupil() ] );
		$this->sessions->open_for_pupil( self::login() );
		self::assertSame( [ [ '0' ], 0, true ], [ array_map( strval( ... ), array_column( self::rows(), 'user_id' ) ), get_current_user_id(), Viewer::current()->is_pupil() ] );
	}

	public function test_nonces_belong_to_one_session(): void {
		$guest = wp_create_nonce( 'wp_rest' );
		$this->sessions->open_for_pupil( self::login() );
		$mine = wp_create_nonce( 'wp_rest' );
		self::assertFalse( wp_verify_nonce( $guest, 'wp_rest' ) );
		self::assertSame( 1, wp_verify_nonce( $mine, 'wp_rest' ) );
		$this->new_request();
		self::assertSame( 1, wp_verify_nonce( $mine, 'wp_rest' ) );
		$_COOKIE = [];
		$this->new_request();
		self::assertFalse( wp_verify_nonce( $mine, 'wp_rest' ), 'a guest' );
		$this->sessions->open_for_pupil( self::login() );
		self::assertFalse( wp_verify_nonce( $mine, 'wp_rest' ), 'another pupil' );
	}

	public function test_rest_without_nonce_is_a_guest_s(): void {
		$this->sessions->open_for_pupil( self::login() );
		$this->new_request();
		self::assertTrue( self::rest_authentication() );
		self::assertTrue( Viewer::current()->is_guest() );
		self::assertFalse( current_user_can( 'lernwelt_test_pupils' ) );
	}

	#[TestWith( [ 'header' ] )]
	#[TestWith( [ 'parameter' ] )]
	public function test_rest_with_the_session_s_nonce_is_a_pupil_s( string $where ): void {
		$this->sessions->open_for_pupil( self::login() );
		$this->new_request();
		self::send_nonce( wp_create_nonce( 'wp_rest' ), $where );
		self::assertTrue( self::rest_authentication() );
		self::assertTrue( current_user_can( 'lernwelt_test_pupils' ) );
	}

	#[TestWith( [ 'header' ] )]
	#[TestWith( [ 'parameter' ] )]
	public function test_rest_with_another_nonce_is_refused( string $where ): void {
		$guest = wp_create_nonce( 'wp_rest' );
		$this->sessions->open_for_pupil( self::login() );
		$this->new_request();
		self::send_nonce( $guest, $where );
		$result = self::rest_authentication();
		self::assertInstanceOf( WP_Error::class, $result );
		self::assertSame( 403, $result->get_error_data()['status'] ?? 0 );
	}

	#[TestWith( [ '/wp-json/wp/v2/posts', true ] )]
	#[TestWith( [ '/index.php/wp-json/wp/v2/posts?x=1', true ] )]
	#[TestWith( [ '//wp-json/', true ] )]
	#[TestWith( [ '/%77p-json/', true ] )]
	#[TestWith( [ '/', false ] )]
	#[TestWith( [ '/wp-jsonny/', false ] )]
	public function test_a_closed_portal_s_gate_sees_a_guest_before_rest_begins( string $address, bool $guest ): void {
		$this->sessions->open_for_pupil( self::login() );
		$_SERVER['REQUEST_URI'] = $address;
		$this->new_request();
		$this->visit->check_rest_request();
		self::assertSame( $guest, Viewer::current()->is_guest() );
		$_SERVER['REQUEST_URI'] = '/';
		$_GET['rest_route']     = '/wp/v2/posts';
		$this->new_request();
		$this->visit->check_rest_request();
		self::assertTrue( Viewer::current()->is_guest() );
		self::send_nonce( 'whatever', 'header' );
		$this->new_request();
		$this->visit->check_rest_request();
		self::assertTrue( Viewer::current()->is_pupil(), 'WordPress answers a wrong nonce with 403 later' );
	}

	public function test_no_answer_may_be_kept(): void {
		$kept = [ 'Cache-Control' => 'max-age=60', 'ETag' => 'x', 'Last-Modified' => 'y', 'Content-Type' => 'z' ];
		self::assertSame( $kept, $this->visit->no_store( $kept ), 'guests' );
		$this->sessions->open_for_pupil( self::login() );
		self::assertEquals( [ 'Cache-Control' => 'no-store, private', 'Content-Type' => 'z' ], $this->visit->no_store( $kept ) );
		$response = new WP_REST_Response( [], 200, $kept );
		$this->visit->no_store_rest( $response );
		self::assertEquals( [ 'Content-Type' => 'z', 'Cache-Control' => 'no-store, private' ], $response->get_headers() );
		self::rest_authentication();
		self::assertArrayNotHasKey( 'ETag', $this->visit->no_store( $kept ), 'REST without nonce as well' );
	}

	/** The browser asks again. */
	private function new_request(): void {
		wp_cache_flush();
		$this->visit->arrive();
	}

	private static function send_nonce( string $nonce, string $where ): void {
		if ( 'header' === $where ) {
			$_SERVER['HTTP_X_WP_NONCE'] = $nonce;
			return;
		}
		$_REQUEST['_wpnonce'] = $nonce;
	}

	private static function rest_authentication(): mixed {
		rest_get_server();
		return rest_get_server()->check_authentication();
	}
}
