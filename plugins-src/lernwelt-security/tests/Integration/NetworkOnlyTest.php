<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration;

use Lernwelt\Security\Login\Invitations;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\RestRequests;
use PHPUnit\Framework\Attributes\TestWith;
use WP_Admin_Bar;

/** What a portal's administrators leave to the network: inviting accounts, and exporting with everybody's addresses. */
final class NetworkOnlyTest extends IntegrationTestCase {

	use RestRequests;

	public function test_no_portal_learns_who_has_an_account_elsewhere(): void {
		$member = $this->log_in_as( 'editor' )->ID;
		$admin  = $this->log_in_as( 'administrator' );
		self::assertFalse( self::may_invite() );
		self::assertTrue( current_user_can( 'promote_users' ), 'Roles of members are given on users.php.' );
		self::assertTrue( current_user_can( 'promote_user', $member ) );
		self::assertSame( 200, $this->rest( 'POST', "/wp/v2/users/$member", [ 'roles' => [ 'author' ] ] )->get_status() );
		self::assertSame( 403, $this->rest( 'POST', '/wp/v2/users', [ 'username' => 'neu', 'email' => 'neu@example.org', 'password' => 'Kranich Treppe Wolle 4' ] )->get_status() );

		update_site_option( 'site_admins', [ $admin->user_login ] );
		self::assertTrue( self::may_invite(), 'The network does.' );
	}

	#[TestWith( [ false ] )]
	#[TestWith( [ true ] )]
	public function test_nothing_leads_there( bool $network ): void {
		$admin = $this->log_in_as( 'administrator' );
		if ( $network ) {
			update_site_option( 'site_admins', [ $admin->user_login ] );
		}
		$GLOBALS['submenu'] = [ 'users.php' => [ 5 => [ 'Alle', 'list_users', 'users.php' ], 10 => [ 'Neu', 'promote_users', 'user-new.php' ] ] ];
		$invitations        = new Invitations();
		$invitations->drop_menu_entry();
		require_once ABSPATH . WPINC . '/class-wp-admin-bar.php';
		$bar = new WP_Admin_Bar();
		$bar->add_node( [ 'id' => 'new-user', 'title' => 'Konto' ] );
		$invitations->drop_bar_entry( $bar );

		self::assertSame( $network ? [ 'users.php', 'user-new.php' ] : [ 'users.php' ], array_column( $GLOBALS['submenu']['users.php'], 2 ) );
		self::assertSame( $network, null !== $bar->get_node( 'new-user' ) );
		unset( $GLOBALS['submenu'] );
	}

	public function test_the_heading_of_the_list_offers_no_invitation_and_the_list_still_gives_roles(): void {
		$this->log_in_as( 'administrator' );
		$before             = $GLOBALS['pagenow'] ?? null;
		$GLOBALS['pagenow'] = 'users.php';
		ob_start();
		do_action( 'all_admin_notices' );
		ob_end_clean();
		$in_heading = current_user_can( 'promote_users' );
		apply_filters( 'views_users', [] );
		$GLOBALS['pagenow'] = $before;

		self::assertSame( [ false, true ], [ $in_heading, current_user_can( 'promote_users' ) ] );
	}

	public function test_an_export_with_everybodys_addresses_is_the_networks(): void {
		$admin = $this->log_in_as( 'administrator' );
		self::assertFalse( current_user_can( 'export' ) );
		self::assertFalse( user_can( $this->log_in_as( 'editor' ), 'export' ) );

		update_site_option( 'site_admins', [ $admin->user_login ] );
		self::assertTrue( user_can( $admin->ID, 'export' ) );
	}

	private static function may_invite(): bool {
		$before             = $GLOBALS['pagenow'] ?? null;
		$GLOBALS['pagenow'] = 'user-new.php';
		$may                = current_user_can( 'promote_users' ) || current_user_can( 'create_users' );
		$GLOBALS['pagenow'] = $before;
		return $may;
	}
}
