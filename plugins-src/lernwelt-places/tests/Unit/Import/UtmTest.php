<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit\Import;

use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Geo\InvalidCoordinates;
use Lernwelt\Places\Domain\Import\Utm;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class UtmTest extends TestCase {

	/**
	 * The first three points stand with these numbers in the documentation and the test suite of PROJ (utm, ellipsoid
	 * GRS 80). The fourth lies in Denmark and was converted by the public service twcc.fr; the fifth, in Croatia, stands in
	 * the tests of sentinelhub-py, the sixth, in Norway, in those of Entur's geocoder. The last two are rounded to a
	 * centimetre and a decimetre.
	 */
	#[TestWith( [ 32, 55.0, 12.0, 6098907.825005, 691875.632140 ] )]
	#[TestWith( [ 30, 1.0, 2.0, 110955.141176, 1057002.405491 ] )]
	#[TestWith( [ 30, 1.0, -2.0, 110547.105697, 611263.812279 ] )]
	#[TestWith( [ 32, 57.050412, 9.997917, 6323439.984, 560538.097 ] )]
	#[TestWith( [ 33, 44.1440478, 15.525078, 4888006.132887, 541995.694062, 0.01 ] )]
	#[TestWith( [ 33, 61.025715, 11.483291, 6770754.69, 310012.98, 0.1 ] )]
	public function test_known_points( int $zone, float $lat, float $lng, float $northing, float $easting, float $metres = 0.0006 ): void {
		[ $n, $e ] = ( new Utm( $zone ) )->plane( new Coordinates( $lat, $lng ) );
		self::assertEqualsWithDelta( $northing, $n, $metres );
		self::assertEqualsWithDelta( $easting, $e, $metres );
		$back = ( new Utm( $zone ) )->coordinates( $northing, $easting );
		self::assertEqualsWithDelta( $lat, $back->lat, $metres / 50_000 );
		self::assertEqualsWithDelta( $lng, $back->lng, $metres / 50_000 );
	}

	/** Also out of PROJ's test suite: the way back from 200 m east and 100 m north of nothing. */
	public function test_a_known_point_backwards(): void {
		$point = ( new Utm( 30 ) )->coordinates( 100, 200 );
		self::assertEqualsWithDelta( 0.000901940, $point->lat, 1e-9 );
		self::assertEqualsWithDelta( -7.486952083, $point->lng, 1e-9 );
	}

	/** On the middle of a zone the northing is the meridian arc times 0.9996; for 45° of GRS 80 that arc is 4,984,944.378 m. */
	#[TestWith( [ 32, 9.0 ] )]
	#[TestWith( [ 33, 15.0 ] )]
	public function test_the_middle_of_a_zone( int $zone, float $meridian ): void {
		[ $n, $e ] = ( new Utm( $zone ) )->plane( new Coordinates( 45.0, $meridian ) );
		self::assertEqualsWithDelta( 4_984_944.378 * 0.9996, $n, 0.001 );
		self::assertEqualsWithDelta( 500_000.0, $e, 1e-6 );
	}

	public function test_there_and_back_over_all_of_saxony_anhalt(): void {
		$worst = 0.0;
		foreach ( [ 32, 33 ] as $zone ) {
			$utm = new Utm( $zone );
			for ( $lat = 50.9; $lat < 53.1; $lat += 0.1 ) {
				for ( $lng = 10.5; $lng < 13.3; $lng += 0.1 ) {
					$back  = $utm->coordinates( ...$utm->plane( new Coordinates( $lat, $lng ) ) );
					$worst = max( $worst, abs( $back->lat - $lat ), abs( $back->lng - $lng ) );
				}
			}
		}
		// Less than a millimetre.
		self::assertLessThan( 1e-9, $worst );
	}

	/** The same place in both zones. */
	public function test_zones_agree(): void {
		$market = new Coordinates( 51.4825, 11.9697 );
		$by_32  = ( new Utm( 32 ) )->coordinates( ...( new Utm( 32 ) )->plane( $market ) );
		$by_33  = ( new Utm( 33 ) )->coordinates( ...( new Utm( 33 ) )->plane( $market ) );
		self::assertEqualsWithDelta( $by_32->lat, $by_33->lat, 1e-10 );
		self::assertEqualsWithDelta( $by_32->lng, $by_33->lng, 1e-10 );
	}

	public function test_the_zone_may_stand_in_front_of_the_easting(): void {
		self::assertEquals( ( new Utm( 32 ) )->coordinates( 5_706_000, 706_000 ), ( new Utm( 32 ) )->coordinates( 5_706_000, 32_706_000 ) );
	}

	#[TestWith( [ 706_000.0, 5_706_000.0 ] )]
	#[TestWith( [ 5_706_000.0, 33_706_000.0 ] )]
	#[TestWith( [ 5e9, 500_000.0 ] )]
	public function test_what_is_no_point_of_the_zone_is_refused( float $northing, float $easting ): void {
		$this->expectException( InvalidCoordinates::class );
		( new Utm( 32 ) )->coordinates( $northing, $easting );
	}
}
