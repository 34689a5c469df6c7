<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Data\DataSource;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Data\Record;
use Lernwelt\Core\Data\Result;
use Lernwelt\Core\Viewer;
use Lernwelt\Places\Content\PlaceCapabilities;

final class PlacesSourceTest extends PlacesTestCase {

	private const EDITOR = [ PlaceCapabilities::EDIT_OTHERS, 'lernwelt_read_private_places' ];

	public function test_finds_filters_and_counts(): void {
		$zoo = $this->place( [ 'post_title' => 'Äffchenzoo', 'post_excerpt' => 'Tiere verstehen.' ], [ 'city' => 'Halle', 'free' => true, 'accessible' => true, 'lat' => 51.48, 'lng' => 11.97 ] );
		wp_set_object_terms( $zoo, [ 'halle-saale' ], 'place_region' );
		wp_set_object_terms( $zoo, [ 'biologie' ], 'place_subject' );
		$museum = $this->place( [ 'post_title' => 'Museum' ], [ 'city' => 'Stendal', 'accessible' => true ] );
		wp_set_object_terms( $museum, [ 'stendal' ], 'place_region' );
		$this->place( [ 'post_title' => 'Entwurf', 'post_status' => 'draft' ] );

		$guest = Viewer::guest();
		$all   = $this->source()->query( new Query( facets: [ 'region', 'features' ] ), $guest );
		self::assertSame( [ 'Äffchenzoo', 'Museum' ], self::titles( $all ) );
		self::assertSame( [ [ 'barrierefrei', 2 ], [ 'kostenfrei', 1 ] ], array_map( static fn ( $value ): array => [ $value->value, $value->count ], $all->facets[1]->values ) );
		self::assertSame( [ 'Äffchenzoo' ], self::titles( $this->source()->query( new Query( filters: [ 'features' => [ 'barrierefrei', 'kostenfrei' ] ] ), $guest ) ), 'all features' );
		self::assertSame( [ 'Museum' ], self::titles( $this->source()->query( new Query( filters: [ 'region' => [ 'stendal', 'harz' ] ] ), $guest ) ) );
		self::assertSame( [ 'Äffchenzoo' ], self::titles( $this->source()->query( new Query( search: 'biologie aeffchen' ), $guest ) ) );
		self::assertSame( [ 'Museum', 'Äffchenzoo' ], self::titles( $this->source()->query( new Query( sort: 'city', descending: true ), $guest ) ) );
		self::assertSame( [ $zoo ], array_map( static fn ( $marker ): int => $marker->id, $this->source()->markers( new Query(), $guest ) ) );
		self::assertSame(
			[ 'region' => [ 'halle-saale' ], 'subject' => [ 'biologie' ], 'features' => [ 'barrierefrei', 'kostenfrei' ], 'city' => 'Halle', 'summary' => 'Tiere verstehen.' ],
			$all->records[0]->values
		);
	}

	public function test_the_note_appears_only_to_editors(): void {
		$place = $this->place();
		update_post_meta( $place, 'lernwelt_place_note', 'Schlüssel bei Meier' );
		foreach ( [ Viewer::guest(), Viewer::with( PlaceCapabilities::EDIT, 'lernwelt_publish_places' ) ] as $viewer ) {
			self::assertArrayNotHasKey( 'note', $this->source()->records( [ $place ], $viewer )[0]->values );
			self::assertSame( 0, $this->source()->query( new Query( search: 'Schlüssel' ), $viewer )->total );
		}
		self::assertSame( 'Schlüssel bei Meier', $this->source()->records( [ $place ], Viewer::with( ...self::EDITOR ) )[0]->values['note'] );
	}

	public function test_private_places_are_for_those_who_may_read_them(): void {
		$place = $this->place( [ 'post_status' => 'private', 'post_title' => 'Geheim' ], [ 'lat' => 51.48, 'lng' => 11.97 ] );
		self::assertSame( [ 0, [], [] ], [ $this->source()->query( new Query(), Viewer::guest() )->total, $this->source()->records( [ $place ], Viewer::guest() ), $this->source()->markers( new Query(), Viewer::guest() ) ] );
		self::assertSame( [ 'Geheim' ], self::titles( $this->source()->query( new Query(), Viewer::with( ...self::EDITOR ) ) ), 'without "Private:" in front' );
	}

	public function test_a_change_is_found_at_once(): void {
		$place = $this->place( [], [ 'city' => 'Halle' ] );
		self::assertSame( 0, $this->source()->query( new Query( search: 'Zeitz' ), Viewer::guest() )->total );
		update_post_meta( $place, 'lernwelt_place', [ 'city' => 'Zeitz' ] );
		self::assertSame( 1, $this->source()->query( new Query( search: 'Zeitz' ), Viewer::guest() )->total );
		wp_trash_post( $place );
		self::assertSame( 0, $this->source()->query( new Query( search: 'Zeitz' ), Viewer::guest() )->total );
	}

	private function source(): DataSource {
		return Core::services()->data_sources->get( 'places' ) ?? self::fail( 'no source' );
	}

	/**
	 * @return list<string>
	 */
	private static function titles( Result $result ): array {
		return array_map( static fn ( Record $record ): string => $record->title, $result->records );
	}
}
