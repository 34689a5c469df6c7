<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Portal;
use Lernwelt\Tests\IntegrationTestCase;

final class PortalsTest extends IntegrationTestCase {

	private const IDS = [ 'lernwelt-lsa', 'eure-lernwelt', 'lernorte', 'startchancen', 'kreativpotentiale' ];

	public function test_lists_all_portals_with_one_query(): void {
		global $wpdb;
		home_url();
		$before  = $wpdb->num_queries;
		$portals = Core::services()->portals->all();
		Core::services()->portals->current();
		Core::services()->portals->all();

		self::assertSame( self::IDS, array_map( static fn ( Portal $portal ): string => $portal->id, $portals ) );
		self::assertSame( 1, $wpdb->num_queries - $before );
	}

	public function test_each_portal_has_its_own_address_and_title(): void {
		foreach ( Core::services()->portals->all() as $portal ) {
			self::assertSame( get_home_url( $portal->blog_id, '/' ), $portal->url );
			self::assertSame( get_blog_option( $portal->blog_id, 'blogname' ), $portal->name );
		}
	}

	public function test_knows_the_current_portal(): void {
		self::assertSame( 'lernwelt-lsa', Core::services()->portals->current()->id );
		$this->go_to_portal( 'lernorte' );
		self::assertSame( 'lernorte', Core::services()->portals->current()->id );
	}

	public function test_a_closed_portal_disappears_at_once(): void {
		Core::services()->portals->all();
		update_blog_status( $this->blog_id( 'lernorte' ), 'archived', '1' );

		$ids = array_map( static fn ( Portal $portal ): string => $portal->id, Core::services()->portals->all() );
		self::assertNotContains( 'lernorte', $ids );
	}

	public function test_without_a_stored_id_the_host_names_the_portal(): void {
		delete_site_meta( $this->blog_id( 'lernorte' ), 'lernwelt_portal_id' );
		self::assertSame( 'lernorte', Core::services()->portals->all()[2]->id );
	}
}
