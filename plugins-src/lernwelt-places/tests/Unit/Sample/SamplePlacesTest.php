<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit\Sample;

use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Places\Domain\Sample\SamplePlaces;
use PHPUnit\Framework\TestCase;

final class SamplePlacesTest extends TestCase {

	public function test_the_same_seed_gives_the_same_places_and_another_one_others(): void {
		$five = self::rows( 5, 7 );
		self::assertSame( $five, self::rows( 5, 7 ) );
		self::assertSame( $five, array_slice( self::rows( 20, 7 ), 0, 5 ) );
		self::assertNotSame( $five, self::rows( 5, 8 ) );
		self::assertSame( [], self::rows( 0, 7 ) );
	}

	public function test_points_lie_in_the_named_district_and_all_14_occur(): void {
		$districts = Districts::shipped();
		$seen      = [];
		foreach ( self::rows( 500, 1 ) as $row ) {
			$at = $districts->at( new Coordinates( (float) str_replace( ',', '.', $row['Breitengrad'] ), (float) str_replace( ',', '.', $row['Längengrad'] ) ) );
			self::assertSame( $row['Landkreis'], $at?->name );
			$seen[ $row['Landkreis'] ] = true;
		}
		self::assertCount( 14, $seen );
	}

	public function test_has_the_columns_of_the_shipped_list(): void {
		$first = strstr( (string) file_get_contents( __DIR__ . '/../../../data/lernorte.csv' ), "\r\n", true );
		self::assertSame( mb_convert_encoding( (string) $first, 'UTF-8', 'Windows-1252' ), implode( ';', SamplePlaces::COLUMNS ) );
	}

	public function test_titles_and_words_vary_and_fit_into_windows_1252(): void {
		$rows = self::rows( 2000, 3 );
		self::assertGreaterThan( 1800, count( array_unique( array_column( $rows, 'Name' ) ) ) );
		self::assertCount( 2000, array_unique( array_column( $rows, 'Kennung' ) ) );
		self::assertGreaterThan( 10, count( array_unique( array_column( $rows, 'Art' ) ) ) );
		foreach ( $rows as $row ) {
			foreach ( $row as $text ) {
				self::assertSame( $text, mb_convert_encoding( mb_convert_encoding( $text, 'Windows-1252', 'UTF-8' ), 'UTF-8', 'Windows-1252' ) );
			}
		}
	}

	/**
	 * @param int $count Rows.
	 * @param int $seed  Seed.
	 * @return list<array<string, string>>
	 */
	private static function rows( int $count, int $seed ): array {
		$rows = [];
		foreach ( ( new SamplePlaces( Districts::shipped() ) )->rows( $count, $seed ) as $row ) {
			$rows[] = $row;
		}
		return $rows;
	}
}
