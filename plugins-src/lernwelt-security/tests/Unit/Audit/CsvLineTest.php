<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit\Audit;

use Lernwelt\Security\Cli\CsvLine;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What Excel would run never comes into an export. */
final class CsvLineTest extends TestCase {

	#[DataProvider( 'cells' )]
	public function test_a_cell( string|int $value, string $expected ): void {
		self::assertSame( "$expected\r\n", CsvLine::of( [ $value ] ) );
	}

	/** @return iterable<array{string|int, string}> */
	public static function cells(): iterable {
		yield [ 'login', '"login"' ];
		yield [ -5, '"-5"' ];
		yield [ 'a"b;c', '"a""b;c"' ];
		yield [ '=1+1', "\"'=1+1\"" ];
		yield [ ' +1', "\"' +1\"" ];
		yield [ '@SUM(A1)', "\"'@SUM(A1)\"" ];
		yield [ '＝1', "\"'＝1\"" ];
		yield [ "\xff=1", "\"'\xff=1\"" ];
	}
}
