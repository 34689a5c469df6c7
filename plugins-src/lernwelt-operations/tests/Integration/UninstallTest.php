<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Integration;

use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Core;
use Lernwelt\Operations\Application\Heartbeats;
use Lernwelt\Operations\Application\Notes;
use Lernwelt\Operations\Domain\Notes\NoteKind;
use Lernwelt\Tests\IntegrationTestCase;

/** What the plugin kept goes with it. */
final class UninstallTest extends IntegrationTestCase {

	public function test_signs_of_life_reports_and_counters_go(): void {
		global $wpdb;
		$this->work_without_rollback();
		// Of a plugin that is deleted nothing runs.
		array_map( remove_all_filters( ... ), [ AuditLog::ACTION, 'shutdown' ] );
		( new Notes( Core::services()->clock, Core::services()->locks ) )->keep( NoteKind::Drill, '{"finished_at":"2026-01-02T03:10:00Z","ok":true}' );
		$this->go_to_portal( 'lernorte' );
		( new Heartbeats( Core::services()->clock, Core::services()->health ) )->beat();
		restore_current_blog();
		self::assertSame( [ 'lw_operations_counters' ], $this->left() );

		defined( 'WP_UNINSTALL_PLUGIN' ) || define( 'WP_UNINSTALL_PLUGIN', 'lernwelt-operations/lernwelt-operations.php' );
		require dirname( __DIR__, 2 ) . '/uninstall.php';

		self::assertSame( [], $this->left() );
		self::assertSame( [ false, false ], [ get_site_option( 'lw_operations_drill' ), get_blog_option( $this->blog_id( 'lernorte' ), Heartbeats::OPTION ) ] );
		self::assertSame( '0', (string) $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->sitemeta WHERE meta_key LIKE 'lw\\_operations\\_%'" ) );
		Core::services()->migrations->run( get_current_blog_id(), [ 'lernwelt-operations' ] );
		self::assertSame( [ 'lw_operations_counters' ], $this->left() );
	}

	/** @return list<string> Tables without prefix. */
	private function left(): array {
		global $wpdb;
		$tables = $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $wpdb->base_prefix . 'lw_operations_' ) . '%' ) );
		return array_values( array_map( static fn ( mixed $name ): string => substr( (string) $name, strlen( $wpdb->base_prefix ) ), $tables ) );
	}
}
