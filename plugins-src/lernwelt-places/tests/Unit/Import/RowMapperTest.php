<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit\Import;

use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Places\Domain\Import\Finding;
use Lernwelt\Places\Domain\Import\FindingCode;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Domain\Import\MappedRow;
use Lernwelt\Places\Domain\Import\Row;
use Lernwelt\Places\Domain\Import\RowMapper;
use Lernwelt\Places\Domain\Import\Utm;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class RowMapperTest extends TestCase {
	private const TERMS = [
		'place_region'   => [ 'halle-saale' => 'Halle (Saale)', 'harz' => 'Harz', 'saalekreis' => 'Saalekreis' ],
		'place_subject'  => [ 'biologie' => 'Biologie', 'physik' => 'Physik' ],
		'place_audience' => [ 'grundschule' => 'Grundschule' ],
		'place_kind'     => [ 'museum' => 'Museum' ],
	];

	private const MARKET = [ 'N' => '51,4825', 'O' => '11,9697' ];

	public function test_a_whole_row(): void {
		$mapped = self::map(
			[
				'title'      => [ 'from' => 'Name' ],
				'subject'    => [ 'from' => 'Fach', 'transforms' => [ [ 'do' => 'split', 'by' => '/' ] ] ],
				'audience'   => [ 'value' => 'Grundschule' ],
				'city'       => [ 'from' => 'adresse.ort' ],
				'website'    => [ 'from' => 'web' ],
				'offers'     => [ 'from' => [ 'a', 'b' ] ],
				'free'       => [ 'from' => 'gratis' ],
				'accessible' => [ 'from' => 'stufenlos', 'transforms' => [ [ 'do' => 'boolean', 'true' => [ 'überall' ] ] ] ],
				'prices'     => [ 'from' => 'preis', 'transforms' => [ [ 'do' => 'number' ], [ 'do' => 'join' ] ] ],
			],
			[ 'Name' => '  Haus  am See ', 'Fach' => 'Physik / biologie / Physik', 'adresse' => [ 'ort' => 'Halle' ], 'web' => 'www.example.org/a?b=c', 'a' => 'eins', 'b' => 'zwei', 'gratis' => true, 'stufenlos' => 'Überall', 'preis' => [ '1.000,50', '3' ] ] + self::MARKET
		);
		self::assertSame( [], self::codes( $mapped ) );
		self::assertSame(
			[
				'title' => 'Haus am See', 'region' => [ 'halle-saale' ], 'subject' => [ 'biologie', 'physik' ], 'audience' => [ 'grundschule' ],
				'offers' => "eins\nzwei", 'city' => 'Halle', 'website' => 'https://www.example.org/a?b=c', 'prices' => '1000.5, 3', 'free' => true,
				'accessible' => true, 'coordinates' => '51.4825, 11.9697',
			],
			array_filter( $mapped->place?->values() ?? [], static fn ( mixed $value ): bool => ! in_array( $value, [ '', false, [] ], true ) )
		);
		self::assertSame( '7', $mapped->external_id );
	}

	public function test_numbers_and_words_of_json_are_taken_as_they_are(): void {
		$mapped = self::map( [ 'title' => [ 'from' => 'a' ], 'prices' => [ 'from' => 'b' ], 'free' => [ 'from' => 'c' ] ], [ 'a' => 12, 'b' => 3.5, 'c' => false, 'N' => 51.4825, 'O' => 11.9697 ] );
		self::assertSame( [ '12', '3.5', false ], [ $mapped->place?->title, $mapped->place?->details->prices, $mapped->place?->details->free ] );
		self::assertNotNull( $mapped->place?->details->coordinates );
	}

	/**
	 * @param array<string, mixed> $values Values.
	 * @param list<FindingCode>    $codes  Findings.
	 */
	#[TestWith( [ [ 'N' => '51,4825', 'O' => '11,9697' ], [] ] )]
	#[TestWith( [ [ 'N' => '11,9697', 'O' => '51,4825' ], [ FindingCode::SwappedCoordinates ] ] )]
	#[TestWith( [ [ 'N' => '52,52', 'O' => '13,405' ], [ FindingCode::OutsideArea ] ] )]
	#[TestWith( [ [ 'N' => '-51,48', 'O' => '11,97' ], [ FindingCode::OutsideArea ] ] )]
	#[TestWith( [ [ 'N' => '514825', 'O' => '119697' ], [ FindingCode::BadCoordinates ] ] )]
	#[TestWith( [ [ 'N' => '51,4825', 'O' => '' ], [ FindingCode::BadCoordinates ] ] )]
	#[TestWith( [ [ 'N' => 'x', 'O' => 'y' ], [ FindingCode::BadCoordinates ] ] )]
	#[TestWith( [ [ 'N' => 0, 'O' => 0.0 ], [ FindingCode::BadCoordinates ] ] )]
	#[TestWith( [ [ 'N' => [], 'O' => [] ], [ FindingCode::BadCoordinates ] ] )]
	#[TestWith( [ [ 'N' => '', 'O' => null ], [] ] )]
	public function test_coordinates( array $values, array $codes ): void {
		$mapped = self::map( [ 'title' => [ 'value' => 'Ort' ] ], $values );
		self::assertSame( $codes, self::codes( $mapped ) );
		self::assertSame( in_array( FindingCode::OutsideArea, $codes, true ), null === $mapped->place );
	}

	/** Both zones, swapped too: the same point and the same region. */
	#[TestWith( [ 32, false ] )]
	#[TestWith( [ 32, true ] )]
	#[TestWith( [ 33, false ] )]
	#[TestWith( [ 33, true ] )]
	public function test_coordinates_of_the_land_survey( int $zone, bool $swapped ): void {
		$numbers = array_map( static fn ( float $number ): string => number_format( $number, 2, ',', '.' ), ( new Utm( $zone ) )->plane( new Coordinates( 51.4825, 11.9697 ) ) );
		$values  = array_combine( $swapped ? [ 'O', 'N' ] : [ 'N', 'O' ], $numbers );
		$mapped  = self::map( [ 'title' => [ 'value' => 'Ort' ] ], $values, [ 'coordinates' => [ 'crs' => "EPSG:258$zone", 'north' => 'N', 'east' => 'O' ] ] );
		self::assertSame( $swapped ? [ FindingCode::SwappedCoordinates ] : [], self::codes( $mapped ) );
		self::assertSame( '51.4825, 11.9697', $mapped->place?->values()['coordinates'] );
		self::assertSame( [ 'halle-saale' ], $mapped->place->terms_of( \Lernwelt\Places\Domain\PlaceTaxonomy::Region ) );
	}

	/** Borders are rounded: a place just behind one still belongs to the country, one far behind doesn't. */
	public function test_a_place_at_the_border_is_not_lost(): void {
		$west = INF;
		foreach ( Districts::shipped()->all as $district ) {
			$west = min( $west, $district->bounds[0] );
		}
		$lat = null;
		foreach ( Districts::shipped()->all as $district ) {
			foreach ( array_merge( ...array_merge( ...$district->polygons ) ) as [ $lng, $point_lat ] ) {
				$lat = $lng === $west ? $point_lat : $lat;
			}
		}
		$close = self::map( [ 'title' => [ 'value' => 'Ort' ] ], [ 'N' => $lat, 'O' => $west - 0.01 ] );
		$far   = self::map( [ 'title' => [ 'value' => 'Ort' ] ], [ 'N' => $lat, 'O' => $west - 0.1 ] );
		self::assertSame( [ [], [ FindingCode::OutsideArea ] ], [ self::codes( $close ), self::codes( $far ) ] );
	}

	public function test_another_region_than_the_coordinates_say_is_remarked_and_kept(): void {
		$fields = [ 'title' => [ 'value' => 'Ort' ], 'region' => [ 'from' => 'r' ] ];
		$named  = self::map( $fields, [ 'r' => 'Harz' ] + self::MARKET );
		self::assertSame( [ FindingCode::RegionMismatch ], self::codes( $named ) );
		self::assertSame( [ 'harz' ], $named->place?->values()['region'] );
		self::assertSame( [], self::codes( self::map( $fields, [ 'r' => 'Halle (Saale)' ] + self::MARKET ) ) );
		// An unknown one is replaced by what the coordinates say.
		$unknown = self::map( $fields, [ 'r' => 'Bitterfeld-Land' ] + self::MARKET );
		self::assertSame( [ [ FindingCode::UnknownTerm ], [ 'halle-saale' ] ], [ self::codes( $unknown ), $unknown->place?->values()['region'] ] );
	}

	/**
	 * @param list<array<string, mixed>> $rule   Steps for the opening hours.
	 * @param mixed                $value  What the source says.
	 * @param string               $result What the place says.
	 * @param list<FindingCode>    $codes  Findings.
	 */
	#[TestWith( [ [ [ 'do' => 'date' ] ], '01.02.2026', '2026-02-01', [] ] )]
	#[TestWith( [ [ [ 'do' => 'date', 'format' => 'Y-m-d', 'to' => 'd.m.Y' ] ], '2026-02-01', '01.02.2026', [] ] )]
	#[TestWith( [ [ [ 'do' => 'date' ] ], '31.02.2026', '', [ FindingCode::BadDate ] ] )]
	#[TestWith( [ [ [ 'do' => 'date' ] ], 'bald', '', [ FindingCode::BadDate ] ] )]
	#[TestWith( [ [ [ 'do' => 'split', 'by' => '|' ], [ 'do' => 'lookup', 'table' => [ 'mo' => 'Montag' ] ], [ 'do' => 'join', 'by' => ' und ' ] ], 'MO| |Di', 'Montag und Di', [] ] )]
	#[TestWith( [ [ [ 'do' => 'lookup', 'table' => [ 'mo' => 'Montag' ], 'else' => 'drop' ] ], 'Di', '', [ FindingCode::NotInTable ] ] )]
	#[TestWith( [ [ [ 'do' => 'lookup', 'table' => [ 'k. A.' => '' ] ] ], 'k. a.', '', [] ] )]
	#[TestWith( [ [ [ 'do' => 'number' ] ], 'viele', '', [ FindingCode::BadNumber ] ] )]
	#[TestWith( [ [ [ 'do' => 'url' ] ], 'ftp://example.org', '', [ FindingCode::BadUrl ] ] )]
	#[TestWith( [ [ [ 'do' => 'url' ] ], '//example.org', 'https://example.org', [] ] )]
	#[TestWith( [ [ [ 'do' => 'boolean' ] ], 'ja', '1', [] ] )]
	#[TestWith( [ [ [ 'do' => 'trim' ] ], " a \n b ", 'a b', [] ] )]
	#[TestWith( [ [], [ [ 'de' => 'x' ] ], '', [ FindingCode::NotText ] ] )]
	#[TestWith( [ [], null, '', [] ] )]
	public function test_steps( array $rule, mixed $value, string $result, array $codes ): void {
		$mapped = self::map( [ 'title' => [ 'value' => 'Ort' ], 'opening_hours' => [ 'from' => 'x', 'transforms' => $rule ] ], [ 'x' => $value ] );
		self::assertSame( [ $result, $codes ], [ $mapped->place?->details->opening_hours, self::codes( $mapped ) ] );
	}

	public function test_what_would_be_written_makes_the_hash(): void {
		$fields = [ 'title' => [ 'from' => 'a' ], 'summary' => [ 'from' => 'b' ] ];
		$hash   = self::map( $fields, [ 'a' => 'Haus', 'b' => 'kurz' ] )->hash;
		self::assertMatchesRegularExpression( '/^[0-9a-f]{64}$/D', $hash );
		self::assertSame( $hash, self::map( array_reverse( $fields ), [ 'b' => ' kurz', 'c' => 'egal', 'a' => 'Haus' ], number: 99 )->hash );
		self::assertNotSame( $hash, self::map( $fields, [ 'a' => 'Haus', 'b' => 'lang' ] )->hash );
		self::assertNotSame( $hash, self::map( $fields, [ 'a' => 'kurz', 'b' => 'Haus' ] )->hash );
		// An editorial field isn't written a second time, so it doesn't count.
		$editorial = [ 'editorial' => [ 'summary' ] ];
		self::assertSame( self::map( $fields, [ 'a' => 'Haus', 'b' => 'kurz' ], $editorial )->hash, self::map( $fields, [ 'a' => 'Haus', 'b' => 'lang' ], $editorial )->hash );
		self::assertSame( 'lang', self::map( $fields, [ 'a' => 'Haus', 'b' => 'lang' ], $editorial )->place?->summary );
	}

	public function test_ids_are_remembered_within_a_run(): void {
		$mapper = self::mapper( [ 'title' => [ 'value' => 'Ort' ] ] );
		$codes  = array_map( static fn ( string $id ): array => self::codes( $mapper->map( new Row( 1, [ 'Nr' => $id ] ) ) ), [ '12', '12', 'c', ' c ' ] );
		self::assertSame( [ [], [ FindingCode::DuplicateId ], [], [ FindingCode::DuplicateId ] ], $codes );
	}

	/** A row that can't be read is refused, but the place it belongs to hasn't vanished. */
	public function test_the_id_of_an_unreadable_row_is_told_when_it_can_be(): void {
		$mapper = self::mapper( [ 'title' => [ 'from' => 'a' ] ] );
		$known  = $mapper->map( new Row( 4, [ 'Nr' => 'x', 'a' => 'b\xFF' ], FindingCode::InvalidUtf8, 'x;b\xFF' ) );
		self::assertSame( [ null, 'x', 'x;b\xFF', 4 ], [ $known->place, $known->external_id, $known->findings[0]->raw, $known->findings[0]->row ] );
		self::assertSame( '', $mapper->map( new Row( 5, [ 'Nr' => 'x\xFF' ], FindingCode::InvalidUtf8 ) )->external_id );
		self::assertSame( '', $mapper->map( new Row( 6, [], FindingCode::RecordTooLarge ) )->external_id );
	}

	/** Whatever stands in a row, mapping ends with a place or a reason. */
	public function test_nothing_makes_it_throw(): void {
		$fields = array_fill_keys( [ 'title', 'summary', 'description', 'region', 'subject', 'audience', 'kind', 'offers', 'street', 'postcode', 'city', 'phone', 'email', 'website', 'opening_hours', 'accessibility', 'prices', 'free', 'accessible', 'note' ], [ 'from' => 'x' ] );
		$mapper = self::mapper( $fields );
		$values = [ str_repeat( 'ä', 300_000 ), "a\0b", '<' . str_repeat( 'x', 1000 ), str_repeat( '&lt;', 5000 ), [ [ 1 ], [ 'a' => [] ] ], 1e300, -0.0, PHP_INT_MIN, true, '’', '0', ' ', "\u{202E}\u{FEFF}", 'https://' . str_repeat( 'a', 600 ) . '.de', '06108 Halle' ];
		foreach ( $values as $number => $value ) {
			$mapped  = $mapper->map( new Row( $number, [ 'Nr' => "id-$number", 'x' => $value, 'N' => $value, 'O' => $value ] ) );
			$refused = array_filter( $mapped->findings, static fn ( Finding $finding ): bool => $finding->refuses );
			self::assertSame( null === $mapped->place, [] !== $refused, "Value $number" );
			foreach ( $mapped->findings as $finding ) {
				self::assertTrue( mb_check_encoding( $finding->raw, 'UTF-8' ) );
			}
		}
	}

	/**
	 * @param array<string, mixed> $fields  Rules.
	 * @param array<string, mixed> $values  Values of the row.
	 * @param array<string, mixed> $mapping Further parts of the mapping.
	 */
	private static function map( array $fields, array $values, array $mapping = [], int $number = 2 ): MappedRow {
		return self::mapper( $fields, $mapping )->map( new Row( $number, [ 'Nr' => 7 ] + $values, null, 'raw' ) );
	}

	/**
	 * @param array<string, mixed> $fields  Rules.
	 * @param array<string, mixed> $mapping Further parts of the mapping.
	 */
	private static function mapper( array $fields, array $mapping = [] ): RowMapper {
		$json = $mapping + [ 'version' => 1, 'format' => 'json', 'decimal' => ',', 'id' => [ 'from' => 'Nr' ], 'fields' => $fields, 'coordinates' => [ 'north' => 'N', 'east' => 'O' ] ];
		return new RowMapper( Mapping::from( $json ), self::TERMS, Districts::shipped() );
	}

	/**
	 * @return list<FindingCode>
	 */
	private static function codes( MappedRow $mapped ): array {
		return array_map( static fn ( Finding $finding ): FindingCode => $finding->code, $mapped->findings );
	}
}
