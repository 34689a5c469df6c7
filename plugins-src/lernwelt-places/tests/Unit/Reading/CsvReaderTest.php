<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit\Reading;

use Lernwelt\Places\Domain\Import\Encoding;
use Lernwelt\Places\Domain\Import\FindingCode;
use Lernwelt\Places\Domain\Import\InputProblem;
use Lernwelt\Places\Domain\Import\Row;
use Lernwelt\Places\Domain\Import\UnreadableInput;
use Lernwelt\Places\Reading\CsvReader;
use Lernwelt\Places\Reading\Lines;
use Lernwelt\Places\Reading\TextFile;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class CsvReaderTest extends TestCase {
	private const FILES = __DIR__ . '/../../files/';

	private string $temporary = '';

	protected function tearDown(): void {
		if ( '' !== $this->temporary ) {
			unlink( $this->temporary );
		}
	}

	public function test_german_excel_is_recognised(): void {
		$reader = new CsvReader( self::FILES . 'german-excel.csv' );
		$rows   = self::rows( $reader );
		self::assertSame( [ 'Kennung', 'Name', 'Breite', 'Länge', 'Preis' ], $reader->columns() );
		self::assertSame( [ 'Kennung' => '1', 'Name' => 'Größe – „Übersicht“ für 3 €', 'Breite' => '51,4825', 'Länge' => '11,9697', 'Preis' => '1.234,50' ], $rows[0]->values );
		self::assertSame( [ 2, 3 ], array_column( $rows, 'number' ) );
		self::assertSame( 2, $reader->count() );
	}

	/**
	 * The byte order mark is no part of the first name.
	 *
	 * @param array<string, string> $first First row.
	 */
	#[TestWith( [ 'bom.csv', [ 'Kennung' => '1', 'Name' => 'Größe' ] ] )]
	#[TestWith( [ 'tabs.tsv', [ 'id' => '1', 'name' => 'Eins', 'text, with comma' => 'a, b, c' ] ] )]
	#[TestWith( [ 'sep.csv', [ 'id' => '1', 'name;x' => 'a;b' ] ] )]
	#[TestWith( [ 'old-mac.csv', [ 'id' => '1', 'name' => 'Eins' ] ] )]
	#[TestWith( [ 'semicolons-too.csv', [ 'id' => '1', 'name; town' => 'a; b', 'x' => 'y' ] ] )]
	public function test_delimiter_and_encoding_are_found_out( string $file, array $first ): void {
		self::assertSame( $first, self::rows( new CsvReader( self::FILES . $file ) )[0]->values );
	}

	public function test_quoted_breaks_stay_in_their_field_and_lines_are_counted(): void {
		$rows = self::rows( new CsvReader( self::FILES . 'quoted-breaks.csv' ) );
		self::assertSame( [ 'id' => '1', 'name' => 'Haus "am See"', 'text' => "Zeile 1\nZeile 2\n\nZeile 4" ], $rows[0]->values );
		self::assertSame( [ 2, 6 ], array_column( $rows, 'number' ) );
	}

	public function test_a_mapping_may_name_any_sign_and_encoding(): void {
		$rows = self::rows( new CsvReader( $this->file( "id~name\n1~Schlo\xDF, Halle; mehr\n" ), '~', Encoding::Windows1252 ) );
		self::assertSame( [ 'id' => '1', 'name' => 'Schloß, Halle; mehr' ], $rows[0]->values );
	}

	public function test_one_bad_row_does_not_turn_utf8_into_another_encoding(): void {
		$rows = self::rows( new CsvReader( $this->file( "id;name\n1;Köthen\n2;Wei\xDFenfels\n3;Größe\n" ) ) );
		self::assertSame( [ null, FindingCode::InvalidUtf8, null ], array_column( $rows, 'problem' ) );
		self::assertSame( 'Köthen', $rows[0]->values['name'] );
		self::assertSame( '2;Wei\xDFenfels', $rows[1]->raw );
		self::assertSame( '2', $rows[1]->values['id'] );
	}

	public function test_bytes_that_windows_does_not_know_are_refused(): void {
		$rows = self::rows( new CsvReader( $this->file( "id;name\n1;\xDCber\n2;a\x81b\xFC\n" ) ) );
		self::assertSame( [ null, FindingCode::InvalidUtf8 ], array_column( $rows, 'problem' ) );
		self::assertSame( '2;a\x81bü', $rows[1]->raw );
	}

	/** A quotation mark too many costs its own row, not the rest of the file. */
	public function test_a_stray_quotation_mark_costs_one_row(): void {
		$rows = self::rows( new CsvReader( self::FILES . 'stray-quote.csv' ) );
		self::assertSame( [ FindingCode::BadQuotes, null, null, null ], array_column( $rows, 'problem' ) );
		self::assertSame( [ 2, 3, 4, 5 ], array_column( $rows, 'number' ) );
		self::assertSame( '1;"Eins;gut', $rows[0]->raw );
		self::assertSame( '5" Rohr', $rows[3]->values['name'] );
	}

	/** The same without any further quotation mark that would show it. */
	public function test_an_open_quotation_mark_does_not_swallow_the_file(): void {
		$rows = self::rows( new CsvReader( $this->file( "id;name;text\n1;\"Eins;gut\n" . str_repeat( "2;Zwei;gut\n", 50_000 ) . '3;Drei;gut' ) ) );
		self::assertCount( 50_002, $rows );
		self::assertSame( [ FindingCode::BadQuotes, null, null ], [ $rows[0]->problem, $rows[1]->problem, $rows[50_001]->problem ] );
		self::assertSame( [ '1;"Eins;gut', '1', 50_003 ], [ $rows[0]->raw, $rows[0]->values['id'], $rows[50_001]->number ] );
	}

	/** Every line behind the first is broken in itself. Copying those that wait for each of them would take hours. */
	public function test_an_open_quotation_mark_in_front_of_broken_lines_ends(): void {
		$count = 0;
		$codes = [];
		foreach ( ( new CsvReader( $this->file( "id;name;text\n1;\"a\n1;a;b\n" . str_repeat( ";;\"\"y\n", 160_000 ) ) ) )->rows() as $row ) {
			++$count;
			$codes[ $row->problem->value ?? '' ] = ( $codes[ $row->problem->value ?? '' ] ?? 0 ) + 1;
		}
		self::assertSame( 160_002, $count );
		self::assertSame( [ FindingCode::BadQuotes->value => 160_001, '' => 1 ], $codes );
	}

	public function test_lines_given_back_come_in_their_order_before_those_that_waited(): void {
		$handle = fopen( $this->file( "a\nb\nc\nd\n" ), 'r' );
		self::assertIsResource( $handle );
		$lines = new Lines( $handle, "\n" );
		self::assertSame( 'a', $lines->next() );
		$lines->back( [ [ 10, 'x' ], [ 11, 'y' ] ] );
		$lines->back( [] );
		$lines->back( [ [ 8, 'v' ], [ 9, 'w' ] ] );
		$read = [];
		for ( $line = $lines->next(); null !== $line; $line = $lines->next() ) {
			$read[] = $line;
		}
		self::assertSame( [ 'v', 'w', 'x', 'y', 'b', 'c', 'd' ], $read );
		fclose( $handle );
	}

	#[TestWith( [ 'truncated.csv', "2;Zwei;\"offen\nund weiter" ] )]
	#[TestWith( [ 'truncated-row.csv', '2;Zw' ] )]
	public function test_a_file_that_breaks_off_says_so( string $file, string $raw ): void {
		$rows = self::rows( new CsvReader( self::FILES . $file ) );
		self::assertSame( [ null, FindingCode::Truncated ], array_column( $rows, 'problem' ) );
		self::assertTrue( $rows[1]->problem?->incomplete() );
		self::assertStringContainsString( $raw, $rows[1]->raw );
	}

	public function test_columns_are_counted_and_empty_lines_are_nothing(): void {
		$rows = self::rows( new CsvReader( $this->file( "id;name\n1\n\n;\n2;b;\n3;c;d\n" ) ) );
		self::assertSame( [ FindingCode::TooFewColumns, null, FindingCode::TooManyColumns ], array_column( $rows, 'problem' ) );
		self::assertSame( [ 2, 5, 6 ], array_column( $rows, 'number' ) );
	}

	/** The row is refused, its neighbours aren't, and it is told what it was. */
	#[TestWith( [ false ] )]
	#[TestWith( [ true ] )]
	public function test_a_record_of_more_than_a_megabyte_is_refused( bool $with_breaks ): void {
		$cell = $with_breaks ? '"' . str_repeat( "eine Zeile Text\n", 80_000 ) . '"' : str_repeat( 'x', 1_200_000 );
		$rows = self::rows( new CsvReader( $this->file( "id;name;text\n1;a;b\n2;gross;$cell\n3;c;d\n" ) ) );
		self::assertSame( [ null, FindingCode::RecordTooLarge, null ], array_column( $rows, 'problem' ) );
		self::assertSame( [ '1', '2', '3' ], [ $rows[0]->values['id'], $rows[1]->values['id'], $rows[2]->values['id'] ] );
		self::assertStringStartsWith( '2;gross;', $rows[1]->raw );
		self::assertLessThanOrEqual( Row::MAX_RAW, mb_strlen( $rows[1]->raw ) );
	}

	public function test_just_below_a_megabyte_is_fine(): void {
		$rows = self::rows( new CsvReader( $this->file( "id;text\n1;" . str_repeat( 'x', 1_048_000 ) . "\n2;b\n" ) ) );
		self::assertSame( [ null, null ], array_column( $rows, 'problem' ) );
		self::assertSame( 1_048_000, strlen( (string) $rows[0]->values['text'] ) );
	}

	public function test_columns_without_a_name_or_with_the_same_one_get_a_number(): void {
		self::assertSame( [ 'id', '#2', 'a', 'a#4' ], ( new CsvReader( $this->file( "id;;a;a\n1;2;3;4\n" ) ) )->columns() );
	}

	public function test_a_thousand_columns_are_enough(): void {
		$names = array_map( static fn ( int $number ): string => "c$number", range( 1, CsvReader::MAX_COLUMNS ) );
		self::assertSame( $names, ( new CsvReader( $this->file( implode( ';', $names ) . "\n" ) ) )->columns() );
		unlink( $this->temporary );
		$this->expectExceptionObject( new UnreadableInput( InputProblem::BadHeader, 'too_many_columns' ) );
		( new CsvReader( $this->file( implode( ';', [ ...$names, 'more' ] ) . "\n" ) ) )->columns();
	}

	/** Comparing every name with all others would take minutes. */
	public function test_a_header_of_very_many_columns_is_refused_at_once(): void {
		$reader = new CsvReader( $this->file( implode( ';', range( 1, 140_000 ) ) . "\n1;2\n" ) );
		$this->expectExceptionObject( new UnreadableInput( InputProblem::BadHeader, 'too_many_columns' ) );
		self::rows( $reader );
	}

	/** A run that goes on sees the rest, with the same numbers. */
	public function test_records_can_be_skipped(): void {
		$file = self::FILES . 'damaged.csv';
		$all  = self::rows( new CsvReader( $file, ';', Encoding::Utf8 ) );
		self::assertEquals( array_slice( $all, 7 ), self::rows( new CsvReader( $file, ';', Encoding::Utf8 ), 7 ) );
		self::assertCount( ( new CsvReader( $file, ';', Encoding::Utf8 ) )->count(), $all );
	}

	public function test_a_header_alone_has_no_rows(): void {
		$reader = new CsvReader( self::FILES . 'header-only.csv' );
		self::assertSame( [ [], 0, [ 'id', 'name' ] ], [ self::rows( $reader ), $reader->count(), $reader->columns() ] );
	}

	#[TestWith( [ 'empty.csv', InputProblem::Empty ] )]
	#[TestWith( [ 'junk.csv', InputProblem::Binary ] )]
	#[TestWith( [ 'utf-16.csv', InputProblem::Encoding ] )]
	#[TestWith( [ 'login.csv', InputProblem::Html ] )]
	#[TestWith( [ 'there-is-none.csv', InputProblem::NotFound ] )]
	public function test_what_is_no_table_is_refused_as_a_whole( string $file, InputProblem $problem ): void {
		try {
			new CsvReader( self::FILES . $file );
			self::fail( 'It was read.' );
		} catch ( UnreadableInput $unreadable ) {
			self::assertSame( $problem, $unreadable->problem );
		}
	}

	public function test_files_have_a_limit(): void {
		$this->expectExceptionObject( new UnreadableInput( InputProblem::TooLarge, 'bom.csv' ) );
		new TextFile( self::FILES . 'bom.csv', 10 );
	}

	public function test_the_fingerprint_is_that_of_the_content(): void {
		$first = $this->file( "id;name\n1;a\n" );
		$one   = ( new CsvReader( $first ) )->fingerprint();
		file_put_contents( $first, "id;name\n1;b\n" );
		self::assertNotSame( $one, ( new CsvReader( $first ) )->fingerprint() );
	}

	private function file( string $content ): string {
		$this->temporary = (string) tempnam( sys_get_temp_dir(), 'csv' );
		file_put_contents( $this->temporary, $content );
		return $this->temporary;
	}

	/**
	 * @return list<Row>
	 */
	private static function rows( CsvReader $reader, int $skip = 0 ): array {
		$rows = [];
		foreach ( $reader->rows( $skip ) as $row ) {
			$rows[] = $row;
		}
		return $rows;
	}
}
