<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit;

use Generator;
use Lernwelt\Core\CsvLine;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** What Excel would run never comes into a file. */
final class CsvLineTest extends TestCase {

	/** Some spreadsheets take the wide signs of East Asian keyboards for the narrow ones. */
	#[TestWith( [ '=1+1' ] )]
	#[TestWith( [ ' +1' ] )]
	#[TestWith( [ '-2' ] )]
	#[TestWith( [ '@SUM(A1)' ] )]
	#[TestWith( [ '|cmd' ] )]
	#[TestWith( [ '%1' ] )]
	#[TestWith( [ " \t@SUM(1)" ] )]
	#[TestWith( [ "\r\n=1" ] )]
	#[TestWith( [ '＝1+1' ] )]
	#[TestWith( [ '＋1' ] )]
	#[TestWith( [ '－1' ] )]
	#[TestWith( [ ' ＠SUM(1)' ] )]
	#[TestWith( [ "=1+1\xFF" ] )]
	#[TestWith( [ "\xFF=1+1" ] )]
	public function test_formulas_get_an_apostrophe( string $value ): void {
		self::assertSame( "\"'$value\"\r\n", CsvLine::of( [ $value ] ) );
	}

	#[TestWith( [ 'login' ] )]
	#[TestWith( [ 'Größe = 1' ] )]
	#[TestWith( [ '1－2' ] )]
	#[TestWith( [ '' ] )]
	#[TestWith( [ -5 ] )]
	public function test_other_values_stay( string|int $value ): void {
		self::assertSame( "\"$value\"\r\n", CsvLine::of( [ $value ] ) );
	}

	public function test_cells_keep_to_themselves(): void {
		self::assertSame( "\"a\"\"b;c\";\"\"\"=1\";\"two\nlines\"\r\n", CsvLine::of( [ 'a"b;c', '"=1', "two\nlines" ] ) );
	}

	public function test_a_file_is_marked_as_utf_8_and_made_row_by_row(): void {
		$made = [];
		$rows = ( static function () use ( &$made ): Generator {
			foreach ( [ [ 'Straße', 1 ], [ '=1', -1 ] ] as $row ) {
				$made[] = count( $made );
				yield $row;
			}
		} )();

		$parts = [];
		foreach ( CsvLine::file( $rows ) as $part ) {
			$parts[] = $part;
			self::assertCount( count( $parts ) - 1, $made );
		}
		self::assertSame( [ "\xEF\xBB\xBF", "\"Straße\";\"1\"\r\n", "\"'=1\";\"-1\"\r\n" ], $parts );
	}
}
