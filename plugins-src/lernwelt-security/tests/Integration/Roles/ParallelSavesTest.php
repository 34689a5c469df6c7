<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Roles;

use Lernwelt\Core\Core;
use Lernwelt\Security\Application\Roles\Decisions;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\Processes;

/** People who save at the same moment. */
final class ParallelSavesTest extends IntegrationTestCase {

	private const SAVE = '
		wp_set_current_user( %1$d );
		$request = new WP_REST_Request( "PUT", "/lernwelt/v1/role-matrix" );
		$request->set_header( "Content-Type", "application/json" );
		$request->set_body( wp_json_encode( [ "portal" => %2$s, "revision" => 0, "changes" => [ [ "role" => %3$s, "capability" => "upload_files", "granted" => "yes" ] ] ] ) );
		echo rest_do_request( $request )->get_status();
	';

	public function test_only_one_of_those_who_change_the_same_portal_wins(): void {
		$this->work_without_rollback();
		$role   = '[ "subscriber", "contributor", "lernwelt_teacher", "lernwelt_partner" ][ $number ]';
		$result = Processes::run( 4, sprintf( self::SAVE, $this->super_admin(), (string) get_current_blog_id(), $role ) );
		sort( $result );
		self::assertSame( [ '200', '409', '409', '409' ], $result );
		wp_cache_flush();
		self::assertCount( 1, (array) get_option( Decisions::OPTION ) );
	}

	public function test_portals_and_network_don_t_lose_each_other_s_decisions(): void {
		$this->work_without_rollback();
		$blogs  = array_map( static fn ( $portal ): int => $portal->blog_id, array_slice( Core::services()->portals->all(), 0, 3 ) );
		$portal = '[ 0, ' . implode( ', ', $blogs ) . ' ][ $number ]';
		$role   = '[ "lernwelt_teacher", "subscriber", "subscriber", "subscriber" ][ $number ]';
		self::assertSame( [ '200', '200', '200', '200' ], Processes::run( 4, sprintf( self::SAVE, $this->super_admin(), $portal, $role ) ) );
		wp_cache_flush();
		foreach ( $blogs as $blog ) {
			self::assertEquals( [ 'lernwelt_teacher' => [ 'upload_files' => true ], 'subscriber' => [ 'upload_files' => true ] ], get_blog_option( $blog, Decisions::OPTION ) );
		}
	}

	private function super_admin(): int {
		$user = $this->log_in_as( 'administrator' );
		grant_super_admin( $user->ID );
		return $user->ID;
	}
}
