<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Portals;
use Lernwelt\Core\Sweep;
use Lernwelt\Core\Table;
use Lernwelt\Tests\IntegrationTestCase;
use WP_Site;

/** A portal that is created and deleted later. */
final class PortalLifeTest extends IntegrationTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->work_without_rollback();
		// WordPress asks for plugins' updates while it deletes a portal's users.
		add_filter( 'pre_http_request', static fn (): array => [ 'body' => '', 'response' => [ 'code' => 200, 'message' => '' ], 'headers' => [], 'cookies' => [] ] );
	}

	public function test_a_new_portal_has_its_tables_its_name_and_its_sweep(): void {
		$blog_id = self::create( 'Neues <Portal> & mehr' );

		self::assertSame( [ 'lw_erasure_journal', 'lw_index', 'lw_index_packs', 'lw_index_sources', 'lw_locks', 'lw_mail_log', 'lw_mail_queue' ], self::own_tables( $blog_id ) );
		self::assertSame( [ 'M0002_create_mail_queue', 'M0003_create_index_and_locks', 'M0005_create_erasure_journal', 'M0006_create_mail_log' ], self::ledger( $blog_id ) );
		$portal = self::find( $blog_id );
		self::assertSame( [ 'neu', 'Neues <Portal> & mehr', 'http://neu.localhost:8300/' ], [ $portal?->id, $portal?->name, $portal?->url ] );
		switch_to_blog( $blog_id );
		self::assertNotFalse( wp_next_scheduled( Sweep::HOOK ) );
	}

	public function test_a_deleted_portal_leaves_nothing(): void {
		global $wpdb;
		$before  = self::all_tables();
		$blog_id = self::create( 'Neues Portal' );
		Table::create( $wpdb, "{$wpdb->base_prefix}{$blog_id}_lw_extra", 'id bigint(20) NOT NULL, PRIMARY KEY (id)' );
		self::assertInstanceOf( WP_Site::class, wp_delete_site( $blog_id ) );

		self::assertSame( $before, self::all_tables() );
		self::assertSame( [], self::ledger( $blog_id ) );
		self::assertNull( self::find( $blog_id ) );
	}

	public function test_the_network_keeps_its_own_tables_when_a_portal_goes(): void {
		wp_delete_site( $this->blog_id( 'startchancen' ) );

		self::assertContains( $GLOBALS['wpdb']->base_prefix . 'lw_rate_limit', self::all_tables() );
		self::assertContains( $GLOBALS['wpdb']->base_prefix . 'lw_mail_queue', self::all_tables(), 'the main portal\'s' );
		self::assertNotSame( [], self::ledger( 1 ) );
	}

	public function test_a_renamed_portal_shows_its_new_name_to_the_others(): void {
		$this->go_to_portal( 'lernorte' );
		update_option( 'blogname', 'Lernorte & mehr' );
		restore_current_blog();

		self::assertSame( 'Lernorte & mehr', get_site_meta( $this->blog_id( 'lernorte' ), Portals::META_NAME, true ) );
		self::assertSame( 'Lernorte & mehr', self::find( $this->blog_id( 'lernorte' ) )?->name );
	}

	private static function create( string $title ): int {
		$blog_id = wp_insert_site( [ 'domain' => 'neu.localhost:8300', 'path' => '/', 'title' => $title, 'user_id' => 1 ] );
		self::assertIsInt( $blog_id );
		return $blog_id;
	}

	private static function find( int $blog_id ): ?\Lernwelt\Core\Portal {
		foreach ( Core::services()->portals->all() as $portal ) {
			if ( $blog_id === $portal->blog_id ) {
				return $portal;
			}
		}
		return null;
	}

	/**
	 * @return list<string>
	 */
	private static function ledger( int $blog_id ): array {
		global $wpdb;
		return $wpdb->get_col( $wpdb->prepare( "SELECT migration FROM {$wpdb->base_prefix}lw_migrations WHERE blog_id = %d AND component = 'lernwelt-core' ORDER BY migration", $blog_id ) );
	}

	/**
	 * @return list<string> Without prefix.
	 */
	private static function own_tables( int $blog_id ): array {
		$prefix = $GLOBALS['wpdb']->get_blog_prefix( $blog_id );
		$own    = array_filter( self::all_tables(), static fn ( string $table ): bool => str_starts_with( $table, $prefix . 'lw_' ) );
		return array_values( array_map( static fn ( string $table ): string => substr( $table, strlen( $prefix ) ), $own ) );
	}

	/**
	 * @return list<string>
	 */
	private static function all_tables(): array {
		$tables = $GLOBALS['wpdb']->get_col( 'SHOW TABLES' );
		sort( $tables );
		return $tables;
	}
}
