<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Logging;

use DateTimeImmutable;
use Lernwelt\Core\Logging\JsonLog;
use Lernwelt\Core\Logging\LogLevel;
use Lernwelt\Core\Logging\LogLine;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** What stands in a line of the log, and what doesn't. */
final class LogLineTest extends TestCase {

	public function test_a_line_is_one_json_object(): void {
		$line = LogLine::of( new DateTimeImmutable( '2026-11-22T10:00:00.123Z' ), LogLevel::Warning, 'lernorte-lsa.de', 'abcdef0123456789', "Zeile 1\nZeile 2 \"ü\"", 'wp-includes/x.php:12' );

		self::assertSame( 1, substr_count( $line, "\n" ) );
		self::assertSame(
			[ 'time' => '2026-11-22T10:00:00.123Z', 'level' => 'warning', 'portal' => 'lernorte-lsa.de', 'request' => 'abcdef0123456789', 'message' => "Zeile 1\nZeile 2 \"ü\"", 'file' => 'wp-includes/x.php:12' ],
			json_decode( $line, true, 4, JSON_THROW_ON_ERROR )
		);
	}

	#[TestWith( [ 'Could not send to <anja.lehmann+x@schule-halle.de>.', 'Could not send to <[mail]>.' ] )]
	#[TestWith( [ 'müller@löwe.de wrote', '[mail] wrote' ] )]
	#[TestWith( [ 'refused by 192.168.1.20:25', 'refused by [address]:25' ] )]
	#[TestWith( [ 'client 2001:db8::1, server', 'client [address], server' ] )]
	#[TestWith( [ 'client ::ffff:10.1.2.3!', 'client [address]!' ] )]
	#[TestWith( [ 'Call to Foo::bar() at 10:22:33', 'Call to Foo::bar() at 10:22:33' ] )]
	#[TestWith( [ 'PHP 8.2.36 and WordPress 7.1.1', 'PHP 8.2.36 and WordPress 7.1.1' ] )]
	#[TestWith( [ "broken \xff byte", 'broken ? byte' ] )]
	public function test_nobodys_address_stands_in_it( string $text, string $expected ): void {
		self::assertSame( $expected, LogLine::without_addresses( $text ) );
	}

	#[TestWith( [ "Duplicate entry 'a'b@x.de-7' for key 'person'", "Duplicate entry '…' for key 'person'" ] )]
	#[TestWith( [ "Incorrect string value: '\\xF0' for column 'name' at row 1", "Incorrect string value: '…' for column 'name' at row 1" ] )]
	#[TestWith( [ "Table 'lernwelt.wp_x' doesn't exist", "Table 'lernwelt.wp_x' doesn't exist" ] )]
	#[TestWith( [ "You have an error in your SQL syntax near 'WHERE name = 'Anja'' at line 1", "You have an error in your SQL syntax near '…' at line 1" ] )]
	#[TestWith( [ "Incorrect datetime 'gestern'", "Incorrect datetime '…'" ] )]
	public function test_the_database_tells_no_values( string $reason, string $expected ): void {
		self::assertSame( $expected, LogLine::without_values( $reason ) );
	}

	public function test_a_trace_has_no_arguments(): void {
		$line = LogLine::of( new DateTimeImmutable(), LogLevel::Error, '', '', "Uncaught Error: no in a.php:1\nStack trace:\n#0 b.php(12): Foo->bar('anja@x.de', Array)\n#1 {main}\n  thrown" );

		self::assertSame( [ 'b.php:12 Foo->bar()', '{main}' ], json_decode( $line, true, 4, JSON_THROW_ON_ERROR )['trace'] );
		self::assertStringNotContainsString( 'anja', $line );
	}

	public function test_a_long_message_is_cut(): void {
		self::assertSame( 2000, mb_strlen( json_decode( LogLine::of( new DateTimeImmutable(), LogLevel::Error, '', '', str_repeat( 'ü', 5000 ) ), true, 4, JSON_THROW_ON_ERROR )['message'] ) );
	}

	public function test_a_request_keeps_the_id_that_nginx_gave_it_and_takes_nothing_else(): void {
		self::assertSame( '0123456789abcdef0123456789abcdef', JsonLog::request_id( '0123456789abcdef0123456789abcdef' ) );
		self::assertMatchesRegularExpression( '/^[0-9a-f]{32}$/D', JsonLog::request_id( "x\"}\n" ) );
		self::assertMatchesRegularExpression( '/^[0-9a-f]{32}$/D', JsonLog::request_id( '' ) );
	}
}
