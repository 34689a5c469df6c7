<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit\Import;

use Lernwelt\Places\Domain\Import\Crs;
use Lernwelt\Places\Domain\Import\Decimal;
use Lernwelt\Places\Domain\Import\Encoding;
use Lernwelt\Places\Domain\Import\Format;
use Lernwelt\Places\Domain\Import\InvalidMapping;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Tests\JsonSchemas;
use PHPUnit\Framework\AssertionFailedError;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class MappingTest extends TestCase {
	use JsonSchemas;

	private const SCHEMA = __DIR__ . '/../../../schemas/mapping.json';

	private const SMALL = [
		'version' => 1,
		'format'  => 'csv',
		'id'      => [ 'from' => 'Nr' ],
		'fields'  => [ 'title' => [ 'from' => 'Name' ] ],
	];

	public function test_defaults(): void {
		$mapping = Mapping::from( self::SMALL );
		self::assertSame( [ Format::Csv, '', Encoding::Auto, Decimal::Auto, 3, null ], [ $mapping->format, $mapping->delimiter, $mapping->encoding, $mapping->decimal, $mapping->vanish_after, $mapping->coordinates ] );
		self::assertSame( [ 'Nr', 'Name' ], $mapping->sources() );
		self::assertSame( [ 'Nr' ], $mapping->missing( [ 'Name', 'Ort' ] ) );
		self::assert_matches_schema( self::SCHEMA, self::SMALL );
	}

	/** Mappings that come with the plugin are what the schema says, and can be read. */
	#[TestWith( [ 'tests/files/damaged.mapping.json' ] )]
	#[TestWith( [ 'data/lernorte.mapping.json' ] )]
	public function test_shipped_mappings( string $file ): void {
		$json = json_decode( (string) file_get_contents( __DIR__ . "/../../../$file" ), true, 32, JSON_THROW_ON_ERROR );
		self::assertIsArray( $json );
		self::assert_matches_schema( self::SCHEMA, $json );
		self::assertArrayHasKey( 'title', Mapping::from( $json )->fields );
	}

	public function test_geojson_brings_its_coordinates_along(): void {
		$mapping = Mapping::from( [ 'format' => 'geojson' ] + self::SMALL );
		self::assertEquals( [ Crs::Wgs84, '', '' ], [ $mapping->coordinates?->crs, $mapping->coordinates?->north, $mapping->coordinates?->east ] );
	}

	public function test_a_lookup_table_may_have_numbers_for_names(): void {
		$mapping = Mapping::from( [ 'fields' => [ 'title' => [ 'from' => 'a', 'transforms' => [ [ 'do' => 'lookup', 'table' => [ 'nein', 'ja' ] ] ] ] ] ] + self::SMALL );
		self::assertSame( [ 'nein', 'ja' ], $mapping->fields['title']->transforms[0]->table );
	}

	/** The hash says whether a run may go on with a mapping: what has no meaning doesn't change it. */
	public function test_the_hash_is_about_what_counts(): void {
		$hash = Mapping::from( self::SMALL )->hash;
		self::assertSame( $hash, Mapping::from( [ 'name' => 'Anders', '$schema' => 'x' ] + array_reverse( self::SMALL ) )->hash );
		self::assertNotSame( $hash, Mapping::from( [ 'decimal' => ',' ] + self::SMALL )->hash );
		self::assertNotSame( $hash, Mapping::from( [ 'id' => [ 'from' => 'Name' ] ] + self::SMALL )->hash );
	}

	/**
	 * What the schema refuses, the reader refuses too, with the path.
	 *
	 * @param array<string, mixed> $change Part that is wrong.
	 */
	#[TestWith( [ [ 'version' => 2 ], 'version', 'out_of_range' ] )]
	#[TestWith( [ [ 'version' => '1' ], 'version', 'type' ] )]
	#[TestWith( [ [ 'format' => 'xlsx' ], 'format', 'not_allowed' ] )]
	#[TestWith( [ [ 'delimiter' => 'ab' ], 'delimiter', 'not_allowed' ] )]
	#[TestWith( [ [ 'delimiter' => '"' ], 'delimiter', 'not_allowed' ] )]
	#[TestWith( [ [ 'encoding' => 'latin1' ], 'encoding', 'not_allowed' ] )]
	#[TestWith( [ [ 'id' => [] ], 'id', 'required' ] )]
	#[TestWith( [ [ 'id' => [ 'from' => [] ] ], 'id.from', 'required' ] )]
	#[TestWith( [ [ 'id' => [ 'from' => 'a', 'value' => 'b' ] ], 'id.from', 'not_allowed' ] )]
	#[TestWith( [ [ 'id' => [ 'from' => 7 ] ], 'id.from', 'type' ] )]
	#[TestWith( [ [ 'fields' => [ 'summary' => [ 'from' => 'a' ] ] ], 'fields.title', 'required' ] )]
	#[TestWith( [ [ 'fields' => [ 'title' => [ 'from' => 'a' ], 'colour' => [ 'from' => 'b' ] ] ], 'fields.colour', 'unknown' ] )]
	#[TestWith( [ [ 'fields' => [ 'title' => [ 'from' => 'a' ], 'coordinates' => [ 'from' => 'b' ] ] ], 'fields.coordinates', 'unknown' ] )]
	#[TestWith( [ [ 'fields' => [ 'title' => [ 'from' => 'a', 'transforms' => [ [ 'do' => 'eval' ] ] ] ] ], 'fields.title.transforms.0.do', 'not_allowed' ] )]
	#[TestWith( [ [ 'fields' => [ 'title' => [ 'from' => 'a', 'transforms' => [ [ 'do' => 'lookup' ] ] ] ] ], 'fields.title.transforms.0.table', 'required' ] )]
	#[TestWith( [ [ 'fields' => [ 'title' => [ 'from' => 'a', 'transforms' => [ [ 'do' => 'date', 'format' => 'l jS' ] ] ] ] ], 'fields.title.transforms.0.format', 'pattern' ] )]
	#[TestWith( [ [ 'fields' => [ 'title' => [ 'from' => 'a', 'transforms' => 'trim' ] ] ], 'fields.title.transforms', 'type' ] )]
	#[TestWith( [ [ 'coordinates' => [ 'north' => 'a' ] ], 'coordinates.east', 'required' ] )]
	#[TestWith( [ [ 'coordinates' => [ 'crs' => 'EPSG:31468', 'north' => 'a', 'east' => 'b' ] ], 'coordinates.crs', 'not_allowed' ] )]
	#[TestWith( [ [ 'editorial' => [ 'colour' ] ], 'editorial.0', 'not_allowed' ] )]
	#[TestWith( [ [ 'vanish_after' => 0 ], 'vanish_after', 'out_of_range' ] )]
	#[TestWith( [ [ 'pages' => [ 'limit' => 5000 ] ], 'pages.limit', 'out_of_range' ] )]
	#[TestWith( [ [ 'script' => 'x' ], 'script', 'unknown' ] )]
	public function test_mistakes_are_named( array $change, string $path, string $reason ): void {
		try {
			Mapping::from( $change + self::SMALL );
			self::fail( 'It was read.' );
		} catch ( InvalidMapping $invalid ) {
			self::assertSame( [ $path => $reason ], $invalid->problems );
		}
	}

	/** Each step is taken for each value of each record. */
	#[TestWith( [ 'id' ] )]
	#[TestWith( [ 'fields.title' ] )]
	public function test_a_rule_has_twenty_steps_at_most( string $path ): void {
		$with = static function ( int $steps ) use ( $path ): array {
			$rule = [ 'from' => 'a', 'transforms' => array_fill( 0, $steps, [ 'do' => 'trim' ] ) ];
			return ( 'id' === $path ? [ 'id' => $rule ] : [ 'fields' => [ 'title' => $rule ] ] ) + self::SMALL;
		};
		self::assertCount( 20, array_merge( Mapping::from( $with( 20 ) )->id->transforms, Mapping::from( $with( 20 ) )->fields['title']->transforms ) );
		self::assert_matches_schema( self::SCHEMA, $with( 20 ) );
		self::assertFalse( self::matches_schema( $with( 21 ) ) );
		self::assertSame( [ "$path.transforms" => 'too_many' ], self::problems( $with( 21 ) ) );
	}

	#[TestWith( [ 'id' ] )]
	#[TestWith( [ 'fields.title' ] )]
	public function test_a_table_has_five_thousand_entries_at_most( string $path ): void {
		$with = static function ( int $entries ) use ( $path ): array {
			$table = [];
			for ( $number = 1; $number <= $entries; $number++ ) {
				$table[ "k$number" ] = 'x';
			}
			$rule = [ 'from' => 'a', 'transforms' => [ [ 'do' => 'lookup', 'table' => $table ] ] ];
			return ( 'id' === $path ? [ 'id' => $rule ] : [ 'fields' => [ 'title' => $rule ] ] ) + self::SMALL;
		};
		self::assertSame( [], self::problems( $with( 5000 ) ) );
		self::assert_matches_schema( self::SCHEMA, $with( 5000 ) );
		self::assertFalse( self::matches_schema( $with( 5001 ) ) );
		self::assertSame( [ "$path.transforms.0.table" => 'too_many' ], self::problems( $with( 5001 ) ) );
	}

	public function test_a_list_is_no_mapping(): void {
		try {
			Mapping::from( [ 'a', 'b' ] );
			self::fail( 'It was read.' );
		} catch ( InvalidMapping $invalid ) {
			self::assertSame( 'unknown', $invalid->problems[0] ?? '' );
		}
	}

	public function test_all_mistakes_are_named_at_once(): void {
		try {
			Mapping::from( [ 'format' => 'csv' ] );
			self::fail( 'It was read.' );
		} catch ( InvalidMapping $invalid ) {
			self::assertSame( [ 'version' => 'required', 'id' => 'required', 'fields' => 'required' ], array_slice( $invalid->problems, 0, 3 ) );
		}
	}

	/**
	 * @param array<string, mixed> $json Mapping.
	 * @return array<array-key, string> What is wrong with it.
	 */
	private static function problems( array $json ): array {
		try {
			Mapping::from( $json );
			return [];
		} catch ( InvalidMapping $invalid ) {
			return $invalid->problems;
		}
	}

	/**
	 * @param array<string, mixed> $json Mapping.
	 */
	private static function matches_schema( array $json ): bool {
		try {
			self::assert_matches_schema( self::SCHEMA, $json );
			return true;
		} catch ( AssertionFailedError ) {
			return false;
		}
	}
}
