<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Schools;

use Lernwelt\Core\Schools\Import\FileRefused;
use Lernwelt\Core\Schools\Import\RowProblem;
use Lernwelt\Core\Schools\Import\SchoolFile;
use Lernwelt\Core\Schools\School;
use Lernwelt\Core\Schools\SchoolType;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class SchoolFileTest extends TestCase {

	private const HEADINGS = "Schulnummer;Name;Schulform;Landkreis;Startchancen\n";

	public function test_it_reads_what_excel_saves(): void {
		$file = new SchoolFile( "\xEF\xBB\xBFSchulnummer;Schulname;Schulart;Kreis;Startchancen-Schule;Telefon\r\n0471188;\"Sekundarschule; am \"\"Teich\"\"\";Sekundarschule;Landkreis Börde;ja;1\r\n;;;;;\r\n0470933;Grundschule Neuhagen;grundschule;;;\r\n" );
		self::assertSame( [], $file->problems );
		self::assertEquals(
			[
				new School( '0471188', 'Sekundarschule; am "Teich"', SchoolType::Secondary, 'boerde', false ),
				new School( '0470933', 'Grundschule Neuhagen', SchoolType::Primary, null, false ),
			],
			array_values( $file->schools ),
			'the heading "Startchancen-Schule" is unknown, so nobody takes part'
		);
	}

	#[TestWith( [ ',' ] )]
	#[TestWith( [ "\t" ] )]
	#[TestWith( [ ';' ] )]
	public function test_separators_and_the_old_character_set( string $separator ): void {
		$file = new SchoolFile( mb_convert_encoding( strtr( self::HEADINGS . '1;Förderschule Köthen;Förderschule;Anhalt-Bitterfeld;JA', [ ';' => $separator ] ), 'Windows-1252', 'UTF-8' ) );
		self::assertEquals( [ new School( '1', 'Förderschule Köthen', SchoolType::Special, 'anhalt-bitterfeld', true ) ], array_values( $file->schools ) );
	}

	#[TestWith( [ 'Halle (Saale)', 'halle-saale' ] )]
	#[TestWith( [ 'Halle', 'halle-saale' ] )]
	#[TestWith( [ 'Stadt Halle (Saale)', 'halle-saale' ] )]
	#[TestWith( [ 'Halle (Saale), Stadt', 'halle-saale' ] )]
	#[TestWith( [ 'Landeshauptstadt Magdeburg', 'magdeburg' ] )]
	#[TestWith( [ 'Magdeburg, Landeshauptstadt', 'magdeburg' ] )]
	#[TestWith( [ 'DESSAU-ROSSLAU', 'dessau-rosslau' ] )]
	#[TestWith( [ 'Dessau-Roßlau', 'dessau-rosslau' ] )]
	#[TestWith( [ 'Landkreis Mansfeld-Südharz', 'mansfeld-suedharz' ] )]
	#[TestWith( [ 'LK Stendal', 'stendal' ] )]
	#[TestWith( [ 'Jerichower Land', 'jerichower-land' ] )]
	#[TestWith( [ '15088', 'saalekreis' ] )]
	#[TestWith( [ 'altmarkkreis-salzwedel', 'altmarkkreis-salzwedel' ] )]
	#[TestWith( [ '', null ] )]
	public function test_districts_by_the_names_that_people_use( string $text, ?string $slug ): void {
		$file = new SchoolFile( self::HEADINGS . "1;Schule;Gymnasium;$text;nein" );
		self::assertSame( [], $file->problems );
		self::assertSame( [ $slug ], array_column( $file->schools, 'district' ) );
	}

	public function test_every_school_type_is_read_by_its_word_and_its_id(): void {
		foreach ( SchoolType::cases() as $type ) {
			foreach ( [ $type->value, $type->label(), mb_strtoupper( $type->label() ) ] as $word ) {
				self::assertSame( [ $type ], array_column( ( new SchoolFile( self::HEADINGS . "1;Schule;$word" ) )->schools, 'type' ), $word );
			}
		}
	}

	public function test_each_wrong_line_is_named_and_the_others_are_read(): void {
		$file = new SchoolFile(
			self::HEADINGS
			. "1;Gut;Gymnasium;Harz;ja\n"
			. ";Ohne Nummer;Gymnasium;;\n"
			. "a b;Leerzeichen;Gymnasium;;\n"
			. "1;Doppelt;Gymnasium;;\n"
			. "2;;Gymnasium;;\n"
			. "3;<b>Fett</b>;Gymnasium;;\n"
			. '4;' . str_repeat( 'ä', 151 ) . ";Gymnasium;;\n"
			. "5;Ohne Art;;;\n"
			. "6;Fremd;Oberschule;;\n"
			. "7;Leipzig;Gymnasium;Leipzig;\n"
			. "8;Vielleicht;Gymnasium;;vielleicht\n"
			. "9;Kurz\n"
			. "\"10\";\"Zwei\nZeilen\";Gymnasium;;\n"
			. "11;Auch gut 🙂;bbs;;x\n"
		);
		self::assertSame( [ 1, 11 ], array_keys( $file->schools ) );
		self::assertSame(
			[
				[ 3, 'number_missing', '' ],
				[ 4, 'number_invalid', 'a b' ],
				[ 5, 'number_twice', '1' ],
				[ 6, 'name_missing', '' ],
				[ 7, 'name_invalid', '<b>Fett</b>' ],
				[ 8, 'name_invalid', str_repeat( 'ä', 80 ) ],
				[ 9, 'type_missing', '' ],
				[ 10, 'type_unknown', 'Oberschule' ],
				[ 11, 'district_unknown', 'Leipzig' ],
				[ 12, 'startchancen_unknown', 'vielleicht' ],
				[ 13, 'cells_missing', '9 | Kurz' ],
				[ 14, 'name_invalid', "Zwei\nZeilen" ],
			],
			array_map( static fn ( RowProblem $one ): array => [ $one->line, $one->problem->value, $one->value ], $file->problems )
		);
	}

	/** @param list<string> $columns */
	#[TestWith( [ '', 'empty', [] ] )]
	#[TestWith( [ "\n\n", 'empty', [] ] )]
	#[TestWith( [ "Schulnummer;Name;Schulform\n", 'empty', [] ] )]
	#[TestWith( [ "Schulnummer;Ort\n1;Halle", 'columns_missing', [ 'Name', 'Schulform' ] ] )]
	#[TestWith( [ "Name;Schulname;Schulnummer;Schulform\n1;1;1;Gymnasium", 'column_twice', [ 'Name' ] ] )]
	#[TestWith( [ "PK\x03\x04\x00\x00", 'no_text', [] ] )]
	public function test_what_is_no_register_is_refused( string $bytes, string $reason, array $columns ): void {
		try {
			new SchoolFile( $bytes );
			self::fail( 'It was read.' );
		} catch ( FileRefused $refused ) {
			self::assertSame( [ $reason, $columns ], [ $refused->reason, $refused->columns ] );
		}
	}

	public function test_what_is_too_large_is_refused(): void {
		$this->expectExceptionObject( new FileRefused( FileRefused::LARGE ) );
		new SchoolFile( self::HEADINGS . str_repeat( 'x', SchoolFile::BYTES ) );
	}
}
