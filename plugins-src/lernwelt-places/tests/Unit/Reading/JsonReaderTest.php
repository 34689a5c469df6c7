<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit\Reading;

use Lernwelt\Places\Domain\Import\Fields;
use Lernwelt\Places\Domain\Import\FindingCode;
use Lernwelt\Places\Domain\Import\InputProblem;
use Lernwelt\Places\Domain\Import\Row;
use Lernwelt\Places\Domain\Import\RowReader;
use Lernwelt\Places\Domain\Import\UnreadableInput;
use Lernwelt\Places\Reading\GeoJsonReader;
use Lernwelt\Places\Reading\JsonElements;
use Lernwelt\Places\Reading\JsonReader;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class JsonReaderTest extends TestCase {
	private const FILES = __DIR__ . '/../../files/';

	private string $temporary = '';

	protected function tearDown(): void {
		if ( '' !== $this->temporary ) {
			unlink( $this->temporary );
		}
	}

	/** Brackets in texts, escapes and surrogates must not confuse where a record ends. */
	public function test_records_are_found_by_their_path(): void {
		$rows = self::rows( new JsonReader( self::FILES . 'nested.json', 'data.places' ) );
		self::assertSame( [ null, null ], array_column( $rows, 'problem' ) );
		self::assertSame( 'Smiley 😀 und "Zitat" \\ Ende\\', $rows[0]->values['title'] );
		self::assertSame( 51.4825, Fields::get( $rows[0]->values, 'address.geo.lat' ) );
		self::assertSame( '12345678901234567890', $rows[1]->values['big'] );
	}

	public function test_columns_have_dots_between_levels(): void {
		self::assertSame( [ 'id', 'title', 'address.city', 'address.geo.lat', 'address.geo.lng', 'tags', 'open', 'big' ], ( new JsonReader( self::FILES . 'nested.json', 'data.places' ) )->columns() );
	}

	public function test_names_may_be_numbers(): void {
		$reader = new JsonReader( $this->file( '[{"1":"a","2024":{"7":"b"}}]' ) );
		self::assertSame( [ '1', '2024.7' ], $reader->columns() );
		self::assertSame( [ 'a', 'b' ], array_map( static fn ( string $name ): mixed => Fields::get( self::rows( $reader )[0]->values, $name ), $reader->columns() ) );
	}

	public function test_names_of_records_are_a_field(): void {
		$rows = self::rows( new JsonReader( self::FILES . 'by-name.json' ) );
		self::assertSame( [ 'haus-1', 'haus-2' ], array_column( array_column( $rows, 'values' ), JsonReader::KEY ) );
	}

	public function test_every_bad_record_is_told_and_the_others_go_on(): void {
		$reader = new JsonReader( self::FILES . 'damaged.json' );
		$rows   = self::rows( $reader );
		self::assertSame(
			[
				null, FindingCode::InvalidUtf8, FindingCode::InvalidUtf8, FindingCode::InvalidJson, FindingCode::InvalidJson,
				FindingCode::NotARecord, FindingCode::NotARecord, FindingCode::NotARecord, null, null, FindingCode::Truncated,
			],
			array_column( $rows, 'problem' )
		);
		self::assertSame( range( 1, 11 ), array_column( $rows, 'number' ) );
		self::assertSame( 3, $rows[2]->values['id'] );
		self::assertStringContainsString( 'Falsche Bytes \xFF\xFE', $rows[2]->raw );
		self::assertSame( '{"id": 8, "title": "Hier bricht die Da', $rows[10]->raw );
		self::assertSame( 11, $reader->count() );
		self::assertEquals( array_slice( $rows, 4 ), self::rows( $reader, 4 ) );
	}

	public function test_text_between_records_breaks_the_file_off(): void {
		$rows = self::rows( new JsonReader( $this->file( '[{"id":1} {"id":2}]' ) ) );
		self::assertSame( [ null, FindingCode::Truncated ], array_column( $rows, 'problem' ) );
		self::assertSame( '{"id":2}]', $rows[1]->raw );
	}

	/** Every place where a chunk of 64 kB can end: within a word, an escape, a surrogate, behind a backslash. */
	public function test_it_does_not_matter_where_chunks_end(): void {
		$record = '{"a":"x\\"\\\\\\ud83d\\ude00","b":[1,{"c":null}],"d":-1.5e3}';
		foreach ( range( 65_536 - strlen( $record ) - 4, 65_536 + 2 ) as $blank ) {
			$rows = self::rows( new JsonReader( $this->file( '{"x":' . str_repeat( ' ', $blank ) . "[$record,$record]}" ), 'x' ) );
			self::assertSame( [ 'x"\\😀', 'x"\\😀' ], array_column( array_column( $rows, 'values' ), 'a' ), "Blanks: $blank" );
		}
	}

	public function test_a_record_of_more_than_a_megabyte_is_refused(): void {
		$large = json_encode( [ 'id' => 2, 'text' => str_repeat( 'x"', 600_000 ) ] );
		$rows  = self::rows( new JsonReader( $this->file( "[{\"id\":1},$large,{\"id\":3}]" ) ) );
		self::assertSame( [ null, FindingCode::RecordTooLarge, null ], array_column( $rows, 'problem' ) );
		self::assertStringStartsWith( '{"id":2,"text":"x\"', $rows[1]->raw );
		self::assertSame( 3, $rows[2]->values['id'] );
	}

	/** Just above the limit and far above: neither is ever held in memory. */
	public function test_the_limit_is_exact_and_huge_records_need_no_memory(): void {
		$empty = strlen( '{"id":2,"t":""}' );
		foreach ( [ 1_048_576 => null, 1_048_577 => FindingCode::RecordTooLarge ] as $size => $problem ) {
			$rows = self::rows( new JsonReader( $this->file( '[{"id":2,"t":"' . str_repeat( 'x', $size - $empty ) . '"},{"id":3}]' ) ) );
			self::assertSame( [ $problem, null ], array_column( $rows, 'problem' ) );
		}
		$file   = $this->file( '[{"t":"' );
		$handle = fopen( $file, 'ab' );
		self::assertIsResource( $handle );
		for ( $megabyte = 0; $megabyte < 40; ++$megabyte ) {
			fwrite( $handle, str_repeat( 'x', 1_000_000 ) );
		}
		fwrite( $handle, '"},{"id":3}]' );
		fclose( $handle );
		memory_reset_peak_usage();
		$before = memory_get_usage();
		self::assertSame( [ FindingCode::RecordTooLarge, null ], array_column( self::rows( new JsonReader( $file ) ), 'problem' ) );
		self::assertLessThan( 8_000_000, memory_get_peak_usage() - $before );
	}

	public function test_deep_nesting_is_one_bad_record(): void {
		$deep = str_repeat( '[', 100_000 ) . str_repeat( ']', 100_000 );
		$rows = self::rows( new JsonReader( $this->file( "[{\"a\":$deep},{\"id\":2}]" ) ) );
		self::assertSame( [ FindingCode::InvalidJson, null ], array_column( $rows, 'problem' ) );
	}

	#[TestWith( [ '{"data":[]}', 'data', 0 ] )]
	#[TestWith( [ '[]', '', 0 ] )]
	#[TestWith( [ '{"data":[{"id":1},]}', 'data', 1 ] )]
	#[TestWith( [ '[[{"id":1}],[{"id":2},{"id":3}]]', '1', 2 ] )]
	public function test_lists_of_all_sizes( string $json, string $path, int $count ): void {
		self::assertCount( $count, self::rows( new JsonReader( $this->file( $json ), $path ) ) );
	}

	#[TestWith( [ '{"data":[]}', 'items', InputProblem::PathNotFound ] )]
	#[TestWith( [ '{"data":null}', 'data', InputProblem::PathNotFound ] )]
	#[TestWith( [ '{"data":"x"}', 'data.x', InputProblem::PathNotFound ] )]
	#[TestWith( [ 'id;name', '', InputProblem::NotJson ] )]
	#[TestWith( [ '"text"', '', InputProblem::NotJson ] )]
	public function test_what_has_no_records_is_refused_as_a_whole( string $json, string $path, InputProblem $problem ): void {
		$reader = new JsonReader( $this->file( $json ), $path );
		try {
			self::rows( $reader );
			self::fail( 'It was read.' );
		} catch ( UnreadableInput $unreadable ) {
			self::assertSame( $problem, $unreadable->problem );
		}
	}

	#[TestWith( [ 'links.next', '/seite/2' ] )]
	#[TestWith( [ 'meta.places.1', '2' ] )]
	#[TestWith( [ 'links.previous', '' ] )]
	#[TestWith( [ 'data', '' ] )]
	public function test_one_value_can_be_looked_up( string $path, string $value ): void {
		$handle = fopen( self::FILES . 'nested.json', 'rb' );
		self::assertIsResource( $handle );
		self::assertSame( $value, JsonElements::one( $handle, $path ) );
		fclose( $handle );
	}

	public function test_features_become_rows(): void {
		$reader = new GeoJsonReader( self::FILES . 'places.geojson' );
		$rows   = self::rows( $reader );
		self::assertSame( [ 'name', 'art', '@id' ], $reader->columns() );
		self::assertSame( [ 'name' => 'Punkt', 'art' => 'Museum', '@id' => 'a', '@geometry' => [ 'type' => 'Point', 'coordinates' => [ 11.9697, 51.4825 ] ] ], $rows[0]->values );
		self::assertSame( [ null, null, null, null, FindingCode::NotARecord ], array_column( $rows, 'problem' ) );
	}

	private function file( string $content ): string {
		$this->temporary = '' === $this->temporary ? (string) tempnam( sys_get_temp_dir(), 'json' ) : $this->temporary;
		file_put_contents( $this->temporary, $content );
		return $this->temporary;
	}

	/**
	 * @return list<Row>
	 */
	private static function rows( RowReader $reader, int $skip = 0 ): array {
		$rows = [];
		foreach ( $reader->rows( $skip ) as $row ) {
			$rows[] = $row;
		}
		return $rows;
	}
}
