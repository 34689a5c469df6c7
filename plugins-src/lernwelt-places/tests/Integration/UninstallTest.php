<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Places\Content\Taxonomies;

final class UninstallTest extends PlacesTestCase {

	public function test_places_and_words_go_other_content_and_pictures_stay(): void {
		$place   = $this->place( [], [ 'city' => 'Halle' ] );
		$trashed = $this->place( [ 'post_status' => 'trash' ] );
		$picture = wp_insert_attachment( [ 'post_mime_type' => 'image/png', 'post_title' => 'Bild' ], 'bild.png', $place );
		set_post_thumbnail( $place, $picture );
		$pages = count( get_posts( [ 'post_type' => 'page', 'fields' => 'ids', 'posts_per_page' => -1 ] ) );

		defined( 'WP_UNINSTALL_PLUGIN' ) || define( 'WP_UNINSTALL_PLUGIN', 'lernwelt-places/lernwelt-places.php' );
		require dirname( __DIR__, 2 ) . '/uninstall.php';
		// The test's network goes on with the plugin.
		( new Taxonomies( dirname( __DIR__, 2 ) . '/data/terms.json' ) )->register();

		self::assertSame( [ null, null ], [ get_post( $place ), get_post( $trashed ) ] );
		self::assertSame( '', get_post_meta( $place, 'lernwelt_place', true ) );
		self::assertNotNull( get_post( $picture ) );
		self::assertSame( [ [], [], [], [] ], array_values( Taxonomies::terms() ) );
		self::assertCount( $pages, get_posts( [ 'post_type' => 'page', 'fields' => 'ids', 'posts_per_page' => -1 ] ) );
	}
}
