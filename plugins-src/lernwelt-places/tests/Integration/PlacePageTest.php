<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Core\Viewer;
use Lernwelt\Places\Blocks\NearbyPlaces;
use Lernwelt\Places\Blocks\PlacePage;
use Lernwelt\Places\Content\PlacesSource;
use Lernwelt\Places\Persistence\IndexedNeighbours;
use WP_Post;
use WP_Query;

final class PlacePageTest extends PlacesTestCase {

	private const HALLE = [ 'lat' => 51.4828, 'lng' => 11.9697 ];

	public function test_the_block_prints_what_is_known_and_escapes_it(): void {
		switch_to_locale( 'de_DE' );
		$place = $this->place(
			[ 'post_title' => 'Kuppel' ],
			[
				'offers'        => "- Führung <b>\n\n– Werkstatt",
				'street'        => 'Weg 1 & 2',
				'postcode'      => '06110',
				'city'          => 'Halle',
				'phone'         => '0345 5009-0',
				'email'         => 'post@köthen.example',
				'website'       => 'https://www.kuppel.example/pfad?a=1&b=2',
				'opening_hours' => "Di–Fr 10–17 Uhr\nSa 10–18 Uhr",
				'prices'        => '3 Euro',
				'free'          => true,
				'accessible'    => true,
				...self::HALLE,
			]
		);
		wp_set_object_terms( $place, [ 'halle-saale' ], 'place_region' );
		wp_set_object_terms( $place, [ 'astronomie', 'physik' ], 'place_subject' );
		$html = $this->block( $place );

		self::assertStringContainsString( '<li>Führung &lt;b&gt;</li>', $html );
		self::assertStringContainsString( '<li>Werkstatt</li>', $html );
		self::assertStringContainsString( '<dd>Weg 1 &amp; 2</dd>', $html );
		self::assertStringContainsString( '<dd>06110 Halle</dd>', $html );
		self::assertStringContainsString( '<dd>Astronomie, Physik</dd>', $html );
		self::assertStringContainsString( '<dd>Für Klassen kostenfrei</dd>', $html );
		self::assertStringContainsString( 'href="tel:+4934550090"', $html );
		self::assertStringContainsString( 'href="mailto:post@xn--kthen-jua.example"', $html );
		self::assertStringContainsString( '>kuppel.example</a>', $html );
		self::assertStringContainsString( 'subject=Besuch%20mit%20einer%20Klasse%3A%20Kuppel', $html );
		self::assertStringContainsString( 'Lage in Sachsen-Anhalt: Halle (Saale)', $html );
		self::assertSame( 1, substr_count( $html, 'lw-place-map__district--here' ) );
		self::assertStringContainsString( 'GeoBasis-DE / BKG', $html );
		self::assertStringNotContainsString( 'style=', $html );
	}

	public function test_what_is_not_known_leaves_no_trace(): void {
		self::assertSame( '', $this->block( $this->place() ) );
		self::assertStringNotContainsString( '<svg', $this->block( $this->place( [], [ 'city' => 'Berlin', 'lat' => 52.52, 'lng' => 13.4 ] ) ) );
	}

	public function test_odd_values_take_nothing_else_off_the_page(): void {
		$place = $this->place( [ 'post_title' => str_repeat( 'Langer Name ', 20 ), 'post_excerpt' => str_repeat( 'Satz. ', 80 ) ], [ 'street' => 'Weg 1' ] + self::HALLE );
		foreach ( [ [ 'Робототехника', '' ], [ 'Zwei Striche', 'a__b' ] ] as [ $name, $slug ] ) {
			$term = wp_insert_term( $name, 'place_subject', [ 'slug' => $slug ] );
			self::assertIsArray( $term );
			wp_set_object_terms( $place, [ $term['term_id'] ], 'place_subject', true );
		}
		$html = $this->block( $place );
		self::assertStringContainsString( '<dd>Weg 1</dd>', $html );
		self::assertStringContainsString( 'Робототехника', $html );
		self::assertStringContainsString( '<svg', $html );
		self::assertStringContainsString( '"streetAddress": "Weg 1"', str_replace( '":"', '": "', $this->head( $place ) ) );
	}

	public function test_a_place_just_behind_the_rounded_border_has_its_map(): void {
		$html = $this->block( $this->place( [], [ 'city' => 'Benneckenstein', 'lat' => 51.662, 'lng' => 10.66 ] ) );
		self::assertNull( Districts::shipped()->at( new Coordinates( 51.662, 10.66 ) ) );
		self::assertStringContainsString( 'lw-place-map__dot', $html );
		self::assertSame( 1, substr_count( $html, 'lw-place-map__district--here' ) );
	}

	public function test_a_password_hides_everything(): void {
		$place = $this->place( [ 'post_password' => 'geheim' ], [ 'city' => 'Halle' ] + self::HALLE );
		self::assertSame( '', $this->block( $place ) );
		self::assertSame( '', $this->head( $place ) );
	}

	public function test_describes_the_place_for_search_engines_without_a_way_out_of_the_script(): void {
		$place = $this->place( [ 'post_title' => 'Kuppel </script><b>', 'post_excerpt' => 'Sterne sehen.' ], [ 'city' => 'Halle', 'editorial' => [ 'city' ] ] + self::HALLE );
		update_post_meta( $place, 'lernwelt_place_note', 'intern' );
		wp_set_object_terms( $place, [ 'museum' ], 'place_kind' );
		$html = $this->head( $place );
		self::assertSame( 1, preg_match( '~^<script type="application/ld\+json">\s*(.+?)\s*</script>\s*$~s', $html, $found ), $html );
		$data = json_decode( $found[1], true );
		self::assertSame(
			[ 'Museum', 'Sterne sehen.', 'Halle', 51.4828, get_permalink( $place ) ],
			[ $data['@type'], $data['description'], $data['address']['addressLocality'], $data['geo']['latitude'], $data['url'] ]
		);
		self::assertStringNotContainsString( 'intern', $html );
		self::assertStringNotContainsString( 'editorial', $html );
	}

	public function test_the_nearest_places_stand_below_with_a_constant_number_of_queries(): void {
		switch_to_locale( 'de_DE' );
		$centre = $this->place( [], self::HALLE );
		$near   = $this->place( [ 'post_title' => 'Nah' ], [ 'lat' => 51.49, 'lng' => 11.98 ] );
		$middle = $this->place( [ 'post_title' => 'Mittel' ], [ 'lat' => 51.36, 'lng' => 12.0 ] );
		$this->place( [ 'post_title' => 'Fern' ], [ 'lat' => 52.1246, 'lng' => 11.6344 ] );
		$this->place( [ 'post_title' => 'Entwurf', 'post_status' => 'draft' ], self::HALLE );
		$this->place( [ 'post_title' => 'Privat', 'post_status' => 'private' ], self::HALLE );
		$first = $this->below( $centre );
		self::assertSame( [ $near, $middle ], array_map( static fn ( array $card ): int => $card['post']->ID, $first['cards'] ?? [] ) );
		self::assertSame( [ '1,1 km entfernt (Luftlinie)', '14 km entfernt (Luftlinie)' ], array_column( $first['cards'] ?? [], 'note' ) );

		$before = $this->queries( $centre );
		for ( $number = 0; $number < 30; $number++ ) {
			$this->place( [ 'post_title' => "Ort $number" ], [ 'lat' => 51.48 + $number / 1000, 'lng' => 11.97 ] );
		}
		self::assertCount( 3, $this->below( $centre )['cards'] ?? [] );
		self::assertSame( $before, $this->queries( $centre ) );
	}

	public function test_without_coordinates_and_for_other_types_nothing_stands_below(): void {
		self::assertNull( $this->below( $this->place() ) );
		$post = wp_insert_post( [ 'post_title' => 'Artikel', 'post_status' => 'publish' ] );
		self::assertNull( $this->below( $post ) );
	}

	public function test_cards_name_kind_and_subjects(): void {
		$place = $this->place();
		wp_set_object_terms( $place, [ 'museum' ], 'place_kind' );
		wp_set_object_terms( $place, [ 'kunst' ], 'place_subject' );
		self::assertSame( [ 'Museum', 'Kunst' ], apply_filters( 'lernwelt_card_tags', [], get_post( $place ) ) );
	}

	private function block( int $id ): string {
		$GLOBALS['post'] = get_post( $id );
		return trim( (string) preg_replace( '/\s+/', ' ', do_blocks( '<!-- wp:lernwelt/place-details /-->' ) ) );
	}

	private function head( int $id ): string {
		$GLOBALS['wp_query'] = new WP_Query( [ 'p' => $id, 'post_type' => 'lernwelt_place' ] );
		the_post();
		ob_start();
		( new PlacePage() )->print_structured_data();
		return trim( (string) ob_get_clean() );
	}

	/**
	 * @return array{title: string, cards: list<array{post: WP_Post, note: string}>, link: array{url: string, text: string}}|null
	 */
	private function below( int $id ): ?array {
		$post = get_post( $id );
		self::assertNotNull( $post );
		// The index is built by the first question, and changes are written before one.
		Core::services()->data_sources->get( PlacesSource::ID )?->query( new Query(), Viewer::guest() );
		$related = ( new NearbyPlaces( new IndexedNeighbours( Core::services()->index, PlacesSource::ID ) ) )->below( null, $post );
		return is_array( $related ) ? $related : null; // @phpstan-ignore return.type
	}

	private function queries( int $id ): int {
		global $wpdb;
		$this->below( $id );
		wp_cache_flush();
		$before = $wpdb->num_queries;
		( new NearbyPlaces( new IndexedNeighbours( Core::services()->index, PlacesSource::ID ) ) )->below( null, get_post( $id ) ?? self::fail( 'gone' ) );
		return $wpdb->num_queries - $before;
	}
}
