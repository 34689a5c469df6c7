<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Geo;

use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Geo\District;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Core\Geo\InvalidCoordinates;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use UnexpectedValueException;

final class DistrictsTest extends TestCase {

	public function test_there_are_fourteen_with_names_for_addresses_and_an_attribution(): void {
		$districts = Districts::shipped();
		self::assertSame(
			[ 'dessau-rosslau', 'halle-saale', 'magdeburg', 'altmarkkreis-salzwedel', 'anhalt-bitterfeld', 'boerde', 'burgenlandkreis', 'harz', 'jerichower-land', 'mansfeld-suedharz', 'saalekreis', 'salzlandkreis', 'stendal', 'wittenberg' ],
			array_map( static fn ( District $district ): string => $district->slug, $districts->all )
		);
		self::assertStringContainsString( 'GeoBasis-DE / BKG', $districts->attribution );
		self::assertSame( 'Börde', $districts->get( 'boerde' )?->name );
		self::assertNull( $districts->get( 'leipzig' ) );
	}

	/**
	 * @param ?string $slug Expected district.
	 * @param float   $lat  Latitude.
	 * @param float   $lng  Longitude.
	 */
	#[DataProvider( 'points' )]
	public function test_finds_the_district_of_a_point( ?string $slug, float $lat, float $lng ): void {
		self::assertSame( $slug, Districts::shipped()->at( new Coordinates( $lat, $lng ) )?->slug );
	}

	/**
	 * @return array<string, array{?string, float, float}>
	 */
	public static function points(): array {
		return [
			'Magdeburg, cathedral'                  => [ 'magdeburg', 52.1246, 11.6344 ],
			'Halle, market place'                   => [ 'halle-saale', 51.4828, 11.9697 ],
			'Merseburg, around the hole of Halle'   => [ 'saalekreis', 51.3586, 11.9997 ],
			'Quedlinburg'                           => [ 'harz', 51.7859, 11.1367 ],
			'Naumburg, cathedral'                   => [ 'burgenlandkreis', 51.1547, 11.8036 ],
			'Stendal'                               => [ 'stendal', 52.6058, 11.8594 ],
			'Wittenberg, castle church'             => [ 'wittenberg', 51.8662, 12.6378 ],
			'Leipzig, in the box but in no polygon' => [ null, 51.3397, 12.3731 ],
			'Berlin'                                => [ null, 52.52, 13.405 ],
			'latitude and longitude swapped'        => [ null, 11.6344, 52.1246 ],
		];
	}

	public function test_measures_the_distance_to_a_border(): void {
		$halle = Districts::shipped()->get( 'halle-saale' );
		self::assertNotNull( $halle );
		self::assertSame( 0.0, $halle->distance_to( new Coordinates( 51.4828, 11.9697 ) ) );
		self::assertEqualsWithDelta( 6.0, $halle->distance_to( new Coordinates( 51.3586, 11.9997 ) ), 1.5, 'Merseburg' );
		self::assertEqualsWithDelta( 67.0, $halle->distance_to( new Coordinates( 52.1246, 11.6344 ) ), 3.0, 'Magdeburg' );
	}

	public function test_measures_the_distance_between_points(): void {
		$magdeburg = new Coordinates( 52.1246, 11.6344 );
		self::assertSame( 0.0, $magdeburg->distance_to( $magdeburg ) );
		self::assertEqualsWithDelta( 75.0, $magdeburg->distance_to( new Coordinates( 51.4828, 11.9697 ) ), 0.5 );
	}

	/**
	 * @param float $lat Latitude.
	 * @param float $lng Longitude.
	 */
	#[DataProvider( 'nowhere' )]
	public function test_refuses_what_is_no_point_on_the_earth( float $lat, float $lng ): void {
		$this->expectException( InvalidCoordinates::class );
		new Coordinates( $lat, $lng );
	}

	/**
	 * @return list<array{float, float}>
	 */
	public static function nowhere(): array {
		return [ [ 90.1, 0.0 ], [ -91.0, 0.0 ], [ 0.0, 180.5 ], [ NAN, 0.0 ], [ 0.0, INF ] ];
	}

	public function test_refuses_a_file_that_is_no_collection(): void {
		$this->expectException( UnexpectedValueException::class );
		Districts::from_geojson( '{"type":"Feature"}' );
	}
}
