<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit;

use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Places\Domain\FieldRules;
use Lernwelt\Places\Domain\Import\Finding;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Domain\Import\Row;
use Lernwelt\Places\Domain\Import\RowMapper;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceField;
use Lernwelt\Places\Domain\PlaceTaxonomy;
use Lernwelt\Places\Domain\Sample\SamplePlaces;
use Lernwelt\Places\Reading\CsvReader;
use PHPUnit\Framework\TestCase;

/** The list of places that comes with the plugin; read here without the import's own reader. */
final class ShippedPlacesTest extends TestCase {
	private const FOLDER = __DIR__ . '/../../data';

	public function test_is_saved_as_german_excel_does(): void {
		$bytes = self::bytes();
		self::assertFalse( mb_check_encoding( $bytes, 'UTF-8' ), 'The file is UTF-8.' );
		self::assertSame( 0, preg_match( '/[\x81\x8D\x8F\x90\x9D]/', $bytes ), 'Windows-1252 has no such characters.' );
		self::assertStringStartsWith( 'Kennung;Name;', $bytes );
		self::assertStringEndsWith( "\r\n", $bytes );
		self::assertStringContainsString( ".\n\n", $bytes, 'No description has a line break.' );
		self::assertSame( count( self::rows() ) + 1, substr_count( $bytes, "\r\n" ), 'A line break within a cell is saved like the end of a line.' );
		foreach ( self::rows() as $row ) {
			self::assertMatchesRegularExpression( '/^5\d,\d{4}$/', $row['Breitengrad'] );
			self::assertMatchesRegularExpression( '/^1\d,\d{4}$/', $row['Längengrad'] );
		}
	}

	public function test_has_enough_places_in_each_district(): void {
		self::assertGreaterThanOrEqual( 80, count( self::rows() ) );
		$counts = array_count_values( array_column( self::rows(), 'Landkreis' ) );
		self::assertCount( 14, $counts );
		self::assertGreaterThanOrEqual( 3, min( $counts ) );
	}

	public function test_each_place_lies_in_its_district(): void {
		$districts = Districts::shipped();
		$slugs     = self::table( 'region' ) + array_column( self::json( 'terms.json' )['place_region'], 'slug', 'name' );
		$number    = static fn ( string $text ): float => (float) str_replace( ',', '.', $text );
		foreach ( self::rows() as $row ) {
			$at = $districts->at( new Coordinates( $number( $row['Breitengrad'] ), $number( $row['Längengrad'] ) ) );
			self::assertSame( $slugs[ $row['Landkreis'] ], $at?->slug, "{$row['Name']} lies elsewhere." );
		}
	}

	public function test_each_place_has_a_source_an_own_name_and_valid_fields(): void {
		$rows   = self::rows();
		$fields = [
			'Name'        => PlaceField::Title,
			'Kurztext'    => PlaceField::Summary,
			'Straße'      => PlaceField::Street,
			'PLZ'         => PlaceField::Postcode,
			'Ort'         => PlaceField::City,
			'Telefon'     => PlaceField::Phone,
			'E-Mail'      => PlaceField::Email,
			'Internet'    => PlaceField::Website,
			'Öffnungszeiten' => PlaceField::OpeningHours,
		];
		self::assertSame( array_column( $rows, 'Kennung' ), array_unique( array_column( $rows, 'Kennung' ) ) );
		self::assertSame( array_column( $rows, 'Name' ), array_unique( array_column( $rows, 'Name' ) ) );
		foreach ( $rows as $row ) {
			foreach ( $fields as $column => $field ) {
				self::assertNull( FieldRules::problem( $field, $row[ $column ] ), "{$row['Name']}: $column" );
			}
			self::assertMatchesRegularExpression( '/^[A-Z]{2,3}-\d{2}$/', $row['Kennung'] );
			self::assertNull( FieldRules::problem( PlaceField::Website, $row['Quelle'] ), $row['Name'] );
			self::assertNotSame( '', $row['Quelle'], $row['Name'] );
			self::assertNotSame( '', $row['Kurztext'], $row['Name'] );
			self::assertNotSame( '', $row['Beschreibung'], $row['Name'] );
			self::assertContains( $row['Kostenfrei'], [ '', 'ja' ], $row['Name'] );
			self::assertContains( $row['Barrierefrei'], [ '', 'ja' ], $row['Name'] );
		}
	}

	public function test_the_mapping_knows_every_column_and_every_word(): void {
		$mapping = Mapping::from( self::json( 'lernorte.mapping.json' ) );
		$columns = array_keys( self::rows()[0] );
		self::assertSame( [], $mapping->missing( $columns ) );
		self::assertSame( [], array_diff( $columns, $mapping->sources() ), 'Columns that nobody reads.' );
		$terms = self::json( 'terms.json' );
		foreach ( [ 'region' => 'Landkreis', 'subject' => 'Fächer', 'audience' => 'Schulformen', 'kind' => 'Art' ] as $field => $column ) {
			$known = array_merge( array_column( $terms[ "place_$field" ], 'slug' ), array_column( $terms[ "place_$field" ], 'name' ) );
			$table = self::table( $field );
			foreach ( self::rows() as $row ) {
				foreach ( array_map( trim( ... ), 'region' === $field ? [ $row[ $column ] ] : explode( ',', $row[ $column ] ) ) as $word ) {
					self::assertContains( $table[ $word ] ?? $word, $known, "{$row['Name']}: $column" );
				}
			}
		}
	}

	public function test_the_import_takes_every_row_and_has_nothing_to_remark(): void {
		$mapping = Mapping::from( self::json( 'lernorte.mapping.json' ) );
		$places  = self::mapped( ( new CsvReader( self::FOLDER . '/lernorte.csv', $mapping->delimiter, $mapping->encoding ) )->rows() );
		self::assertSame( array_column( self::rows(), 'Name' ), array_keys( $places ) );
		$nebra = $places['Arche Nebra'];
		self::assertCount( 3, $nebra->description );
		self::assertSame( [ 'burgenlandkreis' ], $nebra->terms_of( PlaceTaxonomy::Region ) );
		self::assertSame( [ 'museum', 'sternwarte' ], $nebra->terms_of( PlaceTaxonomy::Kind ) );
		self::assertContains( 'gesamtschule', $nebra->terms_of( PlaceTaxonomy::Audience ) );
		self::assertTrue( $nebra->details->accessible );
		self::assertStringContainsString( 'Stand 22.11.2026', $nebra->details->note );
	}

	public function test_the_same_mapping_imports_invented_places(): void {
		self::assertGreaterThan( 90, count( self::mapped( self::generated() ) ) );
	}

	/**
	 * What the import makes of rows; fails on any remark.
	 *
	 * @param iterable<Row> $rows Rows.
	 * @return array<string, Place> Title → place.
	 */
	private static function mapped( iterable $rows ): array {
		$terms  = array_map( static fn ( array $list ): array => array_column( $list, 'name', 'slug' ), self::json( 'terms.json' ) );
		$mapper = new RowMapper( Mapping::from( self::json( 'lernorte.mapping.json' ) ), $terms, Districts::shipped() );
		$places = [];
		foreach ( $rows as $row ) {
			$mapped = $mapper->map( $row );
			self::assertSame( [], array_map( static fn ( Finding $finding ): string => "$finding->row $finding->field {$finding->code->value} $finding->raw", $mapped->findings ) );
			self::assertNotNull( $mapped->place );
			$places[ $mapped->place->title ] = $mapped->place;
		}
		return $places;
	}

	/**
	 * Rows of invented places, as a reader would give them.
	 *
	 * @return iterable<Row>
	 */
	private static function generated(): iterable {
		foreach ( ( new SamplePlaces( Districts::shipped() ) )->rows( 100 ) as $index => $values ) {
			yield new Row( $index + 2, $values );
		}
	}

	private static function bytes(): string {
		return (string) file_get_contents( self::FOLDER . '/lernorte.csv' );
	}

	/**
	 * The lines as columns in UTF-8.
	 *
	 * @return list<array<string, string>>
	 */
	private static function rows(): array {
		static $rows = null;
		if ( null !== $rows ) {
			return $rows;
		}
		$file = fopen( 'php://memory', 'w+' );
		self::assertIsResource( $file );
		fwrite( $file, (string) mb_convert_encoding( self::bytes(), 'UTF-8', 'Windows-1252' ) );
		rewind( $file );
		$names = fgetcsv( $file, null, ';', '"', '' );
		self::assertIsArray( $names );
		$rows = [];
		while ( is_array( $line = fgetcsv( $file, null, ';', '"', '' ) ) ) {
			self::assertCount( count( $names ), $line, 'Line ' . ( count( $rows ) + 2 ) );
			$rows[] = array_combine( array_map( strval( ... ), $names ), array_map( strval( ... ), $line ) );
		}
		return $rows;
	}

	/**
	 * A shipped JSON file.
	 *
	 * @param string $name Name of the file.
	 * @return array<string, mixed>
	 */
	private static function json( string $name ): array {
		return json_decode( (string) file_get_contents( self::FOLDER . "/$name" ), true, 20, JSON_THROW_ON_ERROR );
	}

	/**
	 * The lookup table of a field.
	 *
	 * @param string $field Field.
	 * @return array<string, string> Word of the file → slug.
	 */
	private static function table( string $field ): array {
		$steps = self::json( 'lernorte.mapping.json' )['fields'][ $field ]['transforms'];
		return array_merge( ...array_values( array_column( $steps, 'table' ) ) );
	}
}
