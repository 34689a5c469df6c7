<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Roles;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Tests\IntegrationTestCase;
use WP_User;

/** Roles given and taken are recorded once each; portal staff never becomes super administrator. */
final class RoleAuditTest extends IntegrationTestCase {

	/** @var list<string> */
	private array $events = [];

	protected function setUp(): void {
		parent::setUp();
		// Events inside a transaction wait for its end.
		$this->work_without_rollback();
		add_action(
			AuditLog::ACTION,
			function ( AuditEvent $event ): void {
				if ( 'role' === $event->area ) {
					$this->events[] = "$event->action {$event->details['role']} $event->object $event->portal $event->reason";
				}
			}
		);
	}

	public function test_each_change_of_a_role_is_recorded_once(): void {
		$user = $this->log_in_as( 'editor' );
		$here = get_current_blog_id();
		$this->assert_recorded( [ "granted editor user:$user->ID $here " ] );

		$user->set_role( 'author' );
		$this->assert_recorded( [ "revoked editor user:$user->ID $here ", "granted author user:$user->ID $here " ] );
		$user->add_role( 'lernwelt_teacher' );
		$user->add_role( 'lernwelt_teacher' );
		$this->assert_recorded( [ "granted lernwelt_teacher user:$user->ID $here " ] );
		$user->remove_role( 'author' );
		$this->assert_recorded( [ "revoked author user:$user->ID $here " ] );
		remove_user_from_blog( $user->ID, $here );
		$this->assert_recorded( [ "revoked lernwelt_teacher user:$user->ID $here " ] );
	}

	public function test_super_administrators_are_recorded(): void {
		$user = $this->log_in_as( 'administrator' );
		$this->events = [];
		grant_super_admin( $user->ID );
		self::assertTrue( is_super_admin( $user->ID ) );
		revoke_super_admin( $user->ID );
		self::assertFalse( is_super_admin( $user->ID ) );
		$this->assert_recorded( [ "granted super_admin user:$user->ID 0 ", "revoked super_admin user:$user->ID 0 " ] );
	}

	public function test_portal_staff_never_becomes_super_administrator(): void {
		$user = $this->log_in_as( 'lernwelt_teacher', 'startchancen' );
		$this->events = [];
		$before = get_super_admins();
		grant_super_admin( $user->ID );
		self::assertSame( $before, get_super_admins() );
		// The way WP-CLI goes.
		update_site_option( 'site_admins', [ ...$before, $user->user_login ] );
		self::assertSame( $before, get_super_admins() );
		$this->assert_recorded( array_fill( 0, 2, "refused super_admin user:$user->ID 0 portal_staff" ) );
	}

	public function test_accounts_of_the_bildungsserver_never_become_super_administrators(): void {
		$user = $this->log_in_as( 'administrator' );
		add_filter( 'lernwelt_is_sso_account', static fn ( bool $is, int $id ): bool => $is || $user->ID === $id, 10, 2 );
		grant_super_admin( $user->ID );
		self::assertFalse( is_super_admin( $user->ID ) );
	}

	public function test_the_profile_says_why_instead_of_offering_it(): void {
		$teacher = $this->log_in_as( 'lernwelt_teacher' );
		$local   = $this->log_in_as( 'administrator' );
		require_once ABSPATH . 'wp-admin/includes/class-wp-screen.php';
		require_once ABSPATH . 'wp-admin/includes/screen.php';
		set_current_screen( 'user-edit-network' );
		self::assertStringContainsString( 'user-super-admin-wrap', self::profile( $teacher ) );
		self::assertSame( '', self::profile( $local ) );
		set_current_screen( 'front' );
	}

	private static function profile( WP_User $user ): string {
		ob_start();
		do_action( 'edit_user_profile', $user );
		return (string) ob_get_clean();
	}

	/** @param list<string> $expected */
	private function assert_recorded( array $expected ): void {
		self::assertSame( $expected, $this->events );
		$this->events = [];
	}
}
