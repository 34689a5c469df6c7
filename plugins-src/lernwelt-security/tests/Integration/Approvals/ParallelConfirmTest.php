<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Approvals;

use Lernwelt\Tests\Processes;

/** People who decide at the same moment. */
final class ParallelConfirmTest extends ApprovalTestCase {

	private const DECIDE = '
		wp_set_current_user( [ %1$s ][ $number ] );
		$request = new WP_REST_Request( "PUT", "/lernwelt/v1/approvals/%2$d" );
		$request->set_header( "Content-Type", "application/json" );
		$request->set_body( wp_json_encode( [ "action" => 3 === $number ? "deny" : "confirm", "text" => "x" ] ) );
		echo rest_do_request( $request )->get_status();
	';

	public function test_one_decision_counts(): void {
		$this->work_without_rollback();
		$this->two_people_are_needed();
		$first  = $this->administrator();
		$others = array_map( fn (): int => $this->administrator()->ID, range( 1, 4 ) );
		wp_set_current_user( $first->ID );
		$this->rest( 'PUT', '/lernwelt/v1/role-matrix', [ 'revision' => 0, 'reason' => 'x', 'changes' => [ [ 'role' => 'author', 'capability' => 'upload_files', 'granted' => 'no' ] ] ] );
		$result = Processes::run( 4, sprintf( self::DECIDE, implode( ', ', $others ), $this->listed()[0]['id'] ) );
		sort( $result );
		self::assertSame( [ '200', '409', '409', '409' ], $result );
		wp_cache_flush();
		self::assertContains( $this->listed()[0]['state'], [ 'bestätigt und ausgeführt', 'abgelehnt' ] );
		self::assertSame( 'abgelehnt' === $this->listed()[0]['state'] ? 0 : 1, $this->rest( 'GET', '/lernwelt/v1/role-matrix' )->get_data()['revision'], 'and what was decided is what counts' );
	}
}
