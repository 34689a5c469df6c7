<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Places\Content\Removal;
use Lernwelt\Places\Content\Taxonomies;

final class UninstallTest extends PlacesTestCase {

	public function test_places_and_words_go_other_content_and_pictures_stay(): void {
		$this->work_without_rollback();
		$place   = $this->place( [], [ 'city' => 'Halle' ] );
		$trashed = $this->place( [ 'post_status' => 'trash' ] );
		$picture = wp_insert_attachment( [ 'post_mime_type' => 'image/png', 'post_title' => 'Bild' ], 'bild.png', $place );
		set_post_thumbnail( $place, $picture );
		$pages = count( get_posts( [ 'post_type' => 'page', 'fields' => 'ids', 'posts_per_page' => -1 ] ) );

		update_option( 'lernwelt_places_sources', [ 'museen' ] );
		update_option( 'lernwelt_places_source_museen', [ 'name' => 'museen' ] );
		update_option( 'lernwelt_places_import', [ 'hosts' => [] ] );

		defined( 'WP_UNINSTALL_PLUGIN' ) || define( 'WP_UNINSTALL_PLUGIN', 'lernwelt-places/lernwelt-places.php' );
		require dirname( __DIR__, 2 ) . '/uninstall.php';
		// The test's network goes on with the plugin.
		( new Taxonomies( dirname( __DIR__, 2 ) . '/data/terms.json' ) )->register();

		self::assertSame( [ null, null ], [ get_post( $place ), get_post( $trashed ) ] );
		self::assertSame( '', get_post_meta( $place, 'lernwelt_place', true ) );
		self::assertNotNull( get_post( $picture ) );
		self::assertSame( [ [], [], [], [] ], array_values( Taxonomies::terms() ) );
		self::assertSame( [ false, false, false ], array_map( get_option( ... ), [ 'lernwelt_places_sources', 'lernwelt_places_source_museen', 'lernwelt_places_import' ] ) );
		self::assertSame( [], self::tables() );
		self::assertCount( $pages, get_posts( [ 'post_type' => 'page', 'fields' => 'ids', 'posts_per_page' => -1 ] ) );
	}

	/**
	 * @return list<string>
	 */
	private static function tables(): array {
		global $wpdb;
		$tables = $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $wpdb->prefix . 'lw_place' ) . '%' ) );
		return array_values( array_map( strval( ... ), $tables ) );
	}

	public function test_another_installation_starts_anew(): void {
		$this->work_without_rollback();
		$services = Core::services();
		Removal::run( $services );
		( new Taxonomies( dirname( __DIR__, 2 ) . '/data/terms.json' ) )->register();
		self::assertNotSame( [], $services->migrations->pending( get_current_blog_id(), [ 'lernwelt-places' ] ) );
		$services->migrations->run( get_current_blog_id(), [ 'lernwelt-places' ] );
		self::assertCount( 14, Taxonomies::terms()['place_region'] );
		self::assertCount( 5, self::tables() );
	}
}
