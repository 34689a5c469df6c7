<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Places\Content\PlaceList;
use WP_Query;

final class PlaceListTest extends PlacesTestCase {

	public function test_says_where_a_place_is_and_what_is_missing(): void {
		$list = new PlaceList();
		self::assertSame( [ 'cb', 'title', 'city', 'on_map', 'date' ], array_keys( $list->columns( [ 'cb' => '', 'title' => '', 'date' => '' ] ) ) );
		$there = $this->place( [], [ 'city' => 'Halle <b>', 'lat' => 51.4, 'lng' => 12 ] );
		$none  = $this->place();
		self::assertSame( [ 'Halle &lt;b&gt;', 'ja', '—', '<strong>fehlt</strong>' ], [ self::cell( $list, 'city', $there ), self::cell( $list, 'on_map', $there ), self::cell( $list, 'city', $none ), self::cell( $list, 'on_map', $none ) ] );
	}

	public function test_filters_are_labelled_and_keep_what_was_chosen(): void {
		ob_start();
		( new PlaceList() )->print_filters( 'lernwelt_place', [ 'place_region' => 'harz', 'place_kind' => [ 'a' ], 'missing' => 'map' ] );
		$html = (string) ob_get_clean();
		foreach ( [ 'lernwelt-place_region', 'lernwelt-place_kind', 'lernwelt-place_subject', 'lernwelt-missing' ] as $id ) {
			self::assertStringContainsString( "<label class=\"screen-reader-text\" for=\"$id\">", $html );
			self::assertMatchesRegularExpression( "/<select[^>]* id=['\"]{$id}['\"]/", $html );
		}
		self::assertMatchesRegularExpression( '/<option [^>]*value="harz" selected="selected">/', $html );
		self::assertStringContainsString( "<option value=\"map\" selected='selected'>", $html );
		ob_start();
		( new PlaceList() )->print_filters( 'post', [] );
		self::assertSame( '', ob_get_clean() );
	}

	public function test_finds_places_that_are_not_on_the_map(): void {
		$this->place( [], [ 'city' => 'Halle', 'lat' => 51.4, 'lng' => 12 ] );
		$with    = $this->place( [], [ 'offers' => 'lat' ] );
		$without = $this->place();
		delete_post_meta( $without, 'lernwelt_place' );
		require_once ABSPATH . 'wp-admin/includes/class-wp-screen.php';
		require_once ABSPATH . 'wp-admin/includes/screen.php';
		set_current_screen( 'edit-lernwelt_place' );
		$list  = new PlaceList();
		$query = new WP_Query();
		$GLOBALS['wp_the_query'] = $query;
		add_action( 'pre_get_posts', static fn ( WP_Query $query ) => $list->filter( $query, [ 'missing' => 'map' ] ) );
		$found = $query->query( [ 'post_type' => 'lernwelt_place', 'fields' => 'ids', 'orderby' => 'ID', 'order' => 'ASC' ] );
		unset( $GLOBALS['current_screen'] );
		self::assertSame( [ $with, $without ], $found );
	}

	private static function cell( PlaceList $list, string $column, int $id ): string {
		ob_start();
		$list->print_cell( $column, $id );
		return (string) ob_get_clean();
	}
}
