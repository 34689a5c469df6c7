<?php
/**
 * @package Lernwelt
 */

declare( strict_types=1 );

namespace Lernwelt\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Security\SecondFactorHooks;
use Lernwelt\Sso\Persistence\Accounts\GrantTable;
use Lernwelt\Tests\IntegrationTestCase;

/** Questions that one plugin asks and another answers. */
final class ContractsTest extends IntegrationTestCase {

	public function test_the_single_sign_on_learns_who_has_a_second_factor(): void {
		$user = $this->log_in_as( 'editor' );
		self::assertFalse( apply_filters( 'lernwelt_has_second_factor', false, $user->ID ) );
		SecondFactorHooks::second_factor( Core::services() )->give( $user->ID, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' );
		self::assertTrue( apply_filters( 'lernwelt_has_second_factor', false, $user->ID ) );
	}

	public function test_the_role_matrix_learns_where_a_role_comes_from(): void {
		global $wpdb;
		$user   = $this->log_in_as( 'editor' );
		$portal = get_current_blog_id();
		self::assertSame( 'local', apply_filters( 'lernwelt_role_origin', '', $user->ID, $portal, 'editor' ) );
		( new GrantTable( $wpdb, Core::services()->clock ) )->add( $user->ID, $portal, 'editor' );
		self::assertSame( 'sso', apply_filters( 'lernwelt_role_origin', '', $user->ID, $portal, 'editor' ) );
	}
}
