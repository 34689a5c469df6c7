<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests\Integration;

use Lernwelt\Core\Table;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\Processes;
use Lernwelt\Tests\Stack;
use PHPUnit\Framework\Attributes\Depends;
use RuntimeException;

/** The harness itself: no test sees what another one did. */
final class IsolationTest extends IntegrationTestCase {

	public function test_leaves_traces_everywhere(): void {
		$this->leave_traces();
		self::assertSame( [ 'Spur', true, true, true ], self::traces() );
	}

	#[Depends( 'test_leaves_traces_everywhere' )]
	public function test_sees_none_after_a_rollback(): void {
		self::assertSame( [ false, false, false, false ], self::traces() );
		self::assertSame( [ 1, 0 ], [ get_current_blog_id(), get_current_user_id() ] );
	}

	public function test_leaves_committed_traces_and_a_table(): void {
		global $wpdb;
		$this->work_without_rollback();
		$this->leave_traces();
		Table::create( $wpdb, $wpdb->prefix . 'lw_trace', 'id bigint(20) NOT NULL, PRIMARY KEY (id)' );
		$wpdb->query( "DROP TABLE $wpdb->links" );

		self::assertSame( [ 'Spur' ], Processes::run( 1, 'echo get_blog_option( 3, "lernwelt_trace" );' ), 'other processes see it' );
	}

	#[Depends( 'test_leaves_committed_traces_and_a_table' )]
	public function test_sees_none_after_a_restore(): void {
		global $wpdb;
		self::assertSame( [ false, false, false, false ], self::traces() );
		self::assertNull( $wpdb->get_var( "SHOW TABLES LIKE '{$wpdb->prefix}lw_trace'" ) );
		self::assertSame( $wpdb->links, $wpdb->get_var( "SHOW TABLES LIKE '$wpdb->links'" ) );
	}

	public function test_refuses_stacks_that_hold_somebody_s_work(): void {
		$this->expectException( RuntimeException::class );
		$this->expectExceptionMessage( 'must begin with "test-"' );
		new Stack( 'embedded' );
	}

	private function leave_traces(): void {
		$this->log_in_as( 'editor' );
		switch_to_blog( 3 );
		update_option( 'lernwelt_trace', 'Spur' );
		wp_set_current_user( get_current_user_id() );
		add_filter( 'lernwelt_trace', '__return_true' );
		$_POST['trace'] = '1';
	}

	/**
	 * @return array{mixed, bool, bool, bool} Stored option, person, filter, request.
	 */
	private static function traces(): array {
		return [ get_blog_option( 3, 'lernwelt_trace' ), [] !== get_users( [ 'blog_id' => 0, 'search' => 'test-*' ] ), has_filter( 'lernwelt_trace' ), isset( $_POST['trace'] ) ];
	}
}
