<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Places\Content\Removal;
use Lernwelt\Places\Content\Taxonomies;
use Lernwelt\Places\Domain\PlaceTaxonomy;
use WP_Post;

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

	public function test_ends_when_a_place_can_not_be_deleted_and_knows_whose_words_they_are(): void {
		$this->work_without_rollback();
		$kept  = $this->place();
		$place = $this->place();
		$seen  = 0;
		$keep  = static function ( mixed $delete, WP_Post $post ) use ( $kept, &$seen ): mixed {
			self::assertLessThan( 5, $post->ID === $kept ? ++$seen : 0, 'no end' );
			return $post->ID === $kept ? false : $delete;
		};
		$counted = [];
		$count   = static function ( string $taxonomy ) use ( &$counted ): void {
			$counted[ $taxonomy ] = get_taxonomy( $taxonomy )->object_type ?? null;
		};
		foreach ( PlaceTaxonomy::cases() as $taxonomy ) {
			unregister_taxonomy( $taxonomy->value );
		}
		add_filter( 'pre_delete_post', $keep, 10, 2 );
		add_action( 'registered_taxonomy', $count );
		Removal::run( Core::services() );
		remove_filter( 'pre_delete_post', $keep );
		remove_action( 'registered_taxonomy', $count );
		( new Taxonomies( dirname( __DIR__, 2 ) . '/data/terms.json' ) )->register();

		self::assertInstanceOf( WP_Post::class, get_post( $kept ) );
		self::assertNull( get_post( $place ) );
		self::assertSame( array_fill_keys( array_map( static fn ( PlaceTaxonomy $taxonomy ): string => $taxonomy->value, PlaceTaxonomy::cases() ), [ 'lernwelt_place' ] ), $counted );
		wp_delete_post( $kept, true );
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
