<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Login;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Core;
use Lernwelt\Security\Application\Roles\Decisions;
use Lernwelt\Security\Domain\Roles\Overrides;
use Lernwelt\Security\SecondFactorHooks;
use Lernwelt\Tests\IntegrationTestCase;
use WP_REST_Request;
use WP_Session_Tokens;
use WP_User;

/** No session that a password alone has opened becomes an administrator's. */
final class PromotionsTest extends IntegrationTestCase {

	/** @var list<string> */
	private array $events = [];

	protected function setUp(): void {
		parent::setUp();
		remove_all_actions( AuditLog::ACTION );
		Core::services()->transaction->stand_inside_another( false );
		add_action(
			AuditLog::ACTION,
			function ( AuditEvent $event ): void {
				if ( 'session' === $event->area ) {
					$this->events[] = "$event->action $event->reason $event->object";
				}
			}
		);
	}

	public function test_a_role_ends_it(): void {
		$user = $this->with_session( 'editor' );
		$user->add_role( 'author' );
		self::assertSame( 1, $this->sessions( $user ), 'Not an administrative one.' );
		$user->add_role( 'administrator' );
		self::assertSame( 0, $this->sessions( $user ) );
		self::assertContains( "ended became_administrative user:$user->ID", $this->events );

		$other = $this->with_session( 'subscriber' );
		$other->set_role( 'administrator' );
		self::assertSame( 0, $this->sessions( $other ) );
	}

	public function test_a_role_on_another_portal_and_a_right_in_person_end_it(): void {
		$user = $this->with_session( 'editor' );
		add_user_to_blog( $this->blog_id( 'startchancen' ), $user->ID, 'administrator' );
		self::assertSame( 0, $this->sessions( $user ) );

		$other = $this->with_session( 'editor' );
		$other->add_cap( 'list_users' );
		self::assertSame( 0, $this->sessions( $other ) );
	}

	public function test_the_administration_of_the_network_ends_it(): void {
		$user = $this->with_session( 'subscriber' );
		update_site_option( 'site_admins', [ ...get_super_admins(), $user->user_login ] );
		self::assertSame( 0, $this->sessions( $user ) );
	}

	public function test_the_matrix_ends_it_where_it_gives_the_right(): void {
		$here  = $this->with_session( 'editor' );
		$there = $this->with_session( 'editor', 'startchancen' );
		$cells = static fn ( string $right ): array => ( new Overrides( [ 'editor' => [ $right => true ] ] ) )->cells();
		update_blog_option( $this->blog_id( 'startchancen' ), Decisions::OPTION, $cells( 'upload_files' ) );
		self::assertSame( 1, $this->sessions( $there ), 'Not an administrative right.' );
		update_blog_option( $this->blog_id( 'startchancen' ), Decisions::OPTION, $cells( 'edit_theme_options' ) );
		self::assertSame( 0, $this->sessions( $there ) );
		self::assertSame( 1, $this->sessions( $here ) );
	}

	public function test_sessions_with_a_second_factor_and_those_of_the_provider_stay(): void {
		$user = $this->account( 'editor' );
		SecondFactorHooks::second_factor( Core::services() )->give( $user->ID, 'abcdefghijklmnopqrst' );
		$this->begin_session( $user );
		$user->add_role( 'administrator' );
		self::assertSame( 1, $this->sessions( $user ) );

		$from_elsewhere = $this->with_session( 'editor' );
		add_filter( 'lernwelt_is_sso_account', static fn ( bool $is, int $id ): bool => $is || $id === $from_elsewhere->ID, 10, 2 );
		$from_elsewhere->add_role( 'administrator' );
		self::assertSame( 1, $this->sessions( $from_elsewhere ) );
	}

	public function test_a_session_older_than_the_second_factor_ends(): void {
		global $wpdb;
		$user = $this->with_session( 'editor' );
		SecondFactorHooks::second_factor( Core::services() )->give( $user->ID, 'abcdefghijklmnopqrst' );
		$wpdb->query( "UPDATE {$wpdb->base_prefix}lw_second_factor SET created = created + 60" );
		$user->add_role( 'administrator' );
		self::assertSame( 0, $this->sessions( $user ) );
	}

	public function test_saving_an_administrator_over_rest_ends_nothing_but_a_new_one_s_session_does_end(): void {
		$old = $this->account( 'administrator' );
		$new = $this->with_session( 'editor' );
		$this->begin_session( $old );
		grant_super_admin( $this->log_in_as( 'editor' )->ID );
		$save = static function ( WP_User $user ): int {
			$request = new WP_REST_Request( 'POST', "/wp/v2/users/$user->ID" );
			$request->set_body_params( [ 'roles' => [ 'administrator' ], 'first_name' => 'Neu' ] );
			return rest_do_request( $request )->get_status();
		};
		self::assertSame( [ 200, 200 ], [ $save( $old ), $save( $new ) ] );
		self::assertSame( [ 'administrator' ], ( new WP_User( $old->ID ) )->roles );
		self::assertSame( [ 1, 0 ], [ $this->sessions( $old ), $this->sessions( $new ) ], implode( ' ', $this->events ) );
		self::assertSame( [ 'administrator' ], ( new WP_User( $new->ID ) )->roles, 'the other role is gone' );
	}

	private function account( string $role, ?string $portal = null ): WP_User {
		$user = $this->log_in_as( $role, $portal );
		$this->log_out();
		return new WP_User( $user->ID );
	}

	private function with_session( string $role, ?string $portal = null ): WP_User {
		$user = $this->account( $role, $portal );
		$this->begin_session( $user );
		return $user;
	}

	private function begin_session( WP_User $user ): void {
		WP_Session_Tokens::get_instance( $user->ID )->create( time() + 3600 );
		self::assertSame( 1, $this->sessions( $user ) );
	}

	private function sessions( WP_User $user ): int {
		return count( WP_Session_Tokens::get_instance( $user->ID )->get_all() );
	}
}
