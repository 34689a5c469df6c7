<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Sso\AccountHooks;
use Lernwelt\Sso\Application\Accounts\Accounts;
use Lernwelt\Sso\Application\Accounts\FrontPeople;
use Lernwelt\Tests\RestRequests;
use PHPUnit\Framework\Attributes\TestWith;
use WP_Error;
use WP_User;

/** People from the provider have no second way in. */
final class LocalLoginTest extends AccountsTestCase {

	use RestRequests;

	/** @var list<string> Who was written to. */
	private array $mails = [];

	protected function setUp(): void {
		parent::setUp();
		add_filter(
			'pre_wp_mail',
			function ( mixed $sent, array $mail ): bool {
				$this->mails[] = implode( ',', (array) $mail['to'] );
				return true;
			},
			PHP_INT_MIN,
			2
		);
	}

	public function test_the_right_password_of_a_linked_account_is_answered_like_a_wrong_one(): void {
		$this->local_account( 'anja.lehmann@schule.example.org', null );
		$name = get_user_by( 'email', 'anja.lehmann@schule.example.org' )->user_login ?? '';
		self::assertSame( $name, wp_authenticate( $name, 'ein langes Passwort' )->user_login ?? 'refused', 'it worked before' );

		$this->admit();
		$right = wp_authenticate( $name, 'ein langes Passwort' );
		$wrong = wp_authenticate( $name, 'ein falsches Passwort' );
		self::assertInstanceOf( WP_Error::class, $right );
		self::assertInstanceOf( WP_Error::class, $wrong );
		self::assertSame( [ $wrong->get_error_codes(), $wrong->get_error_messages() ], [ $right->get_error_codes(), $right->get_error_messages() ] );
	}

	public function test_a_new_account_has_a_password_that_costs_a_check_and_that_nobody_knows(): void {
		$user = $this->admit();
		self::assertMatchesRegularExpression( '/^\$/', $user->user_pass );
		foreach ( [ '', '*', $user->user_login, $user->user_email ] as $guess ) {
			self::assertInstanceOf( WP_Error::class, wp_authenticate( $user->user_login, $guess ) );
		}
	}

	public function test_nobody_gets_a_new_password_and_the_form_says_the_same_as_for_unknown_names(): void {
		$user    = $this->admit();
		$unknown = retrieve_password( 'niemand' );
		$known   = retrieve_password( $user->user_login );
		self::assertInstanceOf( WP_Error::class, $known );
		self::assertInstanceOf( WP_Error::class, $unknown );
		self::assertSame( $unknown->get_error_codes(), $known->get_error_codes() );
		self::assertInstanceOf( WP_Error::class, get_password_reset_key( $user ) );
		self::assertFalse( apply_filters( 'show_password_fields', true, $user ) );
	}

	/**
	 * @param array<string, string> $change What somebody tries to change.
	 */
	#[TestWith( [ [ 'user_email' => 'andere@example.org' ] ] )]
	#[TestWith( [ [ 'user_pass' => 'ein neues langes Passwort' ] ] )]
	#[TestWith( [ [ 'display_name' => 'Jemand anderes' ] ] )]
	public function test_address_password_and_name_stay_whatever_form_sends_them( array $change ): void {
		$user = $this->admit();
		wp_update_user( [ 'ID' => $user->ID, ...$change ] );
		$after = get_userdata( $user->ID );
		self::assertSame( [ $user->user_email, $user->user_pass, $user->display_name ], [ $after->user_email ?? '', $after->user_pass ?? '', $after->display_name ?? '' ] );
	}

	/**
	 * @param array<string, string> $change What somebody tries to change.
	 */
	#[TestWith( [ [ 'email' => 'x@evil.example' ] ] )]
	#[TestWith( [ [ 'password' => 'Kranich Treppe Wolle 4' ] ] )]
	#[TestWith( [ [ 'first_name' => 'Boese' ] ] )]
	#[TestWith( [ [ 'last_name' => 'Boese' ] ] )]
	#[TestWith( [ [ 'nickname' => 'Boese' ] ] )]
	#[TestWith( [ [ 'name' => 'Boese' ] ] )]
	#[TestWith( [ [ 'description' => 'Hallo', 'first_name' => 'Boese', 'email' => 'x@evil.example' ] ] )]
	public function test_rest_refuses_what_comes_from_the_provider( array $change ): void {
		$user   = $this->admit( self::realm( [ 'redaktion' ] ) );
		$before = self::personal( $user->ID );
		wp_set_current_user( $user->ID );
		foreach ( [ '/wp/v2/users/me', "/wp/v2/users/$user->ID" ] as $route ) {
			$answer = $this->rest( 'POST', $route, $change );
			self::assertSame( 403, $answer->get_status(), $route );
			self::assertStringContainsString( 'Bildungsserver', $answer->get_data()['message'] ?? '' );
		}
		self::assertSame( $before, self::personal( $user->ID ) );
		self::assertSame( [], $this->mails );
	}

	public function test_rest_still_takes_what_is_the_persons_own(): void {
		$user = $this->admit( self::realm( [ 'redaktion' ] ) );
		wp_set_current_user( $user->ID );
		self::assertSame( 200, $this->rest( 'POST', '/wp/v2/users/me', [ 'description' => 'Hallo', 'first_name' => 'Anja', 'email' => $user->user_email ] )->get_status() );
		self::assertSame( 'Hallo', get_user_meta( $user->ID, 'description', true ) );
	}

	public function test_others_are_not_told_where_an_account_comes_from(): void {
		$user = $this->admit()->ID;
		$this->log_in_as( 'editor' );
		self::assertSame( 'rest_cannot_edit', $this->rest( 'POST', "/wp/v2/users/$user", [ 'first_name' => 'Boese' ] )->get_data()['code'] ?? '' );
	}

	public function test_names_stay_and_no_mail_tells_of_a_change_that_did_not_happen(): void {
		$user   = $this->admit()->ID;
		$before = self::personal( $user );
		wp_update_user( [ 'ID' => $user, 'first_name' => 'Boese', 'last_name' => 'Boese', 'nickname' => 'Boese', 'user_email' => 'x@evil.example', 'user_pass' => 'ein neues langes Passwort' ] );
		self::assertSame( $before, self::personal( $user ) );
		self::assertSame( [], $this->mails );
	}

	public function test_the_profile_form_changes_nothing_and_mails_nobody(): void {
		require_once ABSPATH . 'wp-admin/includes/user.php';
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		$user   = $this->admit( self::realm( [ 'redaktion' ] ) );
		$before = self::personal( $user->ID );
		$said   = 0;
		add_action(
			'wp_set_password',
			static function () use ( &$said ): void {
				++$said;
			}
		);
		wp_set_current_user( $user->ID );
		$_POST = wp_slash( [ 'user_id' => $user->ID, 'email' => 'x@evil.example', 'first_name' => 'Boese', 'last_name' => 'Boese', 'nickname' => 'Boese', 'display_name' => 'Boese', 'pass1' => 'Kranich Treppe Wolle 4', 'pass2' => 'Kranich Treppe Wolle 4', 'description' => 'Hallo', 'url' => '' ] );
		do_action( 'personal_options_update', $user->ID );
		self::assertSame( $user->ID, edit_user( $user->ID ) );
		self::assertSame( [ $before, 'Hallo', [], 0 ], [ self::personal( $user->ID ), get_user_meta( $user->ID, 'description', true ), $this->mails, $said ] );
		self::assertSame( '', get_user_meta( $user->ID, '_new_user_email', true ) );
	}

	public function test_the_provider_changes_names_and_address(): void {
		$user = $this->admit()->ID;
		$this->admit( [ 'given_name' => 'Anna', 'email' => 'anna.lehmann@schule.example.org' ] );
		self::assertSame( [ 'Anna', 'anna.lehmann@schule.example.org' ], [ get_userdata( $user )->first_name ?? '', get_userdata( $user )->user_email ?? '' ] );
	}

	public function test_local_accounts_are_as_before(): void {
		$local = $this->local_account( 'partner@example.org', 'subscriber', 'lernwelt-lsa' );
		wp_update_user( [ 'ID' => $local, 'user_email' => 'neu@example.org' ] );
		self::assertSame( 'neu@example.org', get_userdata( $local )->user_email ?? '' );
		self::assertTrue( apply_filters( 'show_password_fields', true, get_userdata( $local ) ) );
		self::assertCount( 1, $this->mails );
		wp_set_current_user( $local );
		self::assertSame( 200, $this->rest( 'POST', '/wp/v2/users/me', [ 'first_name' => 'Neu' ] )->get_status() );
	}

	public function test_an_account_that_is_parted_loses_its_roles_and_keeps_its_content(): void {
		$user = $this->admit( self::realm( [ 'redaktion' ] ) )->ID;
		$post = wp_insert_post( [ 'post_title' => 'Ein Beitrag', 'post_author' => $user, 'post_status' => 'publish' ] );
		self::assertTrue( self::accounts()->unlink( $user ) );
		self::assertFalse( self::accounts()->unlink( $user ) );
		self::assertSame( [], get_blogs_of_user( $user ) );
		self::assertSame( (string) $user, (string) get_post( $post )?->post_author );
		self::assertFalse( apply_filters( 'lernwelt_is_sso_account', false, $user ) );
		self::assertSame( $user, $this->admit( self::realm( [ 'redaktion' ] ) )->ID, 'linked again by its verified address' );
		self::assertTrue( apply_filters( 'lernwelt_is_sso_account', false, $user ) );
	}

	public function test_a_deleted_account_frees_its_identity(): void {
		$user = $this->admit()->ID;
		require_once ABSPATH . 'wp-admin/includes/ms.php';
		require_once ABSPATH . 'wp-admin/includes/user.php';
		wpmu_delete_user( $user );
		self::assertFalse( get_userdata( $user ) );
		self::assertNotSame( $user, $this->admit()->ID );
	}

	#[TestWith( [ 'lehrkraft', true ] )]
	#[TestWith( [ 'schulleitung', true ] )]
	#[TestWith( [ 'schul-admin', true ] )]
	#[TestWith( [ 'redaktion', false ] )]
	#[TestWith( [ 'portal-admin', false ] )]
	#[TestWith( [ 'auswertung', false ] )]
	public function test_who_has_nothing_to_do_in_the_dashboard_sees_no_bar( string $role, bool $front ): void {
		$user = $this->admit( self::realm( [ $role ] ) );
		wp_set_current_user( $user->ID );
		self::assertSame( $front, ( new FrontPeople() )->stays_in_front( wp_get_current_user() ) );
		self::assertSame( ! $front, apply_filters( 'show_admin_bar', true ) );
	}

	public function test_a_person_costs_two_queries_beside_their_session(): void {
		global $wpdb;
		$user = $this->admit()->ID;
		// As WordPress asks on every page: who is it, what may they do, do they see the bar.
		$look = static function ( int $user_id ) use ( $wpdb ): int {
			$before                  = $wpdb->num_queries;
			$GLOBALS['current_user'] = null;
			wp_set_current_user( $user_id );
			is_user_member_of_blog();
			array_map( 'current_user_can', [ 'read', 'edit_posts', 'manage_options', 'lernwelt_edit_portal' ] );
			apply_filters( 'show_admin_bar', true );
			return $wpdb->num_queries - $before;
		};
		wp_cache_flush();
		// What WordPress loads for guests too, before any page.
		wp_load_alloptions();
		wp_load_core_site_options();
		get_site( get_current_blog_id() );
		$look( 0 );
		self::assertSame( 0, $look( 0 ) );
		self::assertLessThanOrEqual( 2, $look( $user ), 'the account and its data' );
	}

	/** @return list<string> */
	private static function personal( int $user_id ): array {
		clean_user_cache( $user_id );
		$user = get_userdata( $user_id );
		return array_map( static fn ( string $field ): string => (string) ( $user instanceof WP_User ? $user->get( $field ) : '' ), [ 'first_name', 'last_name', 'nickname', 'display_name', 'user_email', 'user_pass' ] );
	}

	private static function accounts(): Accounts {
		return ( new AccountHooks( Core::services() ) )->accounts();
	}
}
