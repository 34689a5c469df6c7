<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\PortalRoles;
use Lernwelt\Tests\IntegrationTestCase;

/** Only the fields that WordPress itself reads say what roles somebody has. */
final class PortalRolesTest extends IntegrationTestCase {

	public function test_roles_and_personal_rights_of_each_site_and_nothing_that_looks_like_them(): void {
		global $wpdb;
		$user  = $this->log_in_as( 'editor' );
		$other = $this->blog_id( 'lernorte' );
		add_user_to_blog( $other, $user->ID, 'author' );
		$user->add_cap( 'list_users' );
		update_user_meta( $user->ID, $wpdb->base_prefix . '01_capabilities', [ 'administrator' => true ] );
		update_user_meta( $user->ID, $wpdb->base_prefix . '1_capabilities', [ 'administrator' => true ] );
		update_user_meta( $user->ID, 'some_capabilities', [ 'administrator' => true ] );
		update_user_meta( $user->ID, $wpdb->base_prefix . '99_capabilities', [] );
		update_user_meta( $user->ID, $wpdb->base_prefix . '98_capabilities', 'administrator' );

		self::assertSame( [ 1 => [ 'editor', 'list_users' ], $other => [ 'author' ] ], PortalRoles::of( $user->ID ) );
		self::assertSame( [], PortalRoles::of( 0 ) );
	}
}
