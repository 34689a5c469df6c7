<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit;

use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** What everybody gets while the database is away, without WordPress. */
final class DatabaseErrorTest extends TestCase {

	#[TestWith( [ '/readyz' ] )]
	#[TestWith( [ '/readyz?x=1' ] )]
	public function test_whoever_asks_whether_the_portal_works_hears_no( string $uri ): void {
		[ $code, $output ] = $this->ask( $uri );

		self::assertSame( [ 0, '{"status":"fail","checks":[{"name":"database","status":"fail"}]}' . "\n503" ], [ $code, $output ] );
	}

	public function test_a_command_fails(): void {
		[ $code, $output, $errors ] = $this->ask( '' );

		self::assertSame( [ 1, '', "Error: The database can't be reached.\n" ], [ $code, $output, $errors ] );
	}

	public function test_people_read_it_in_german(): void {
		$text = (string) file_get_contents( $this->file() );

		self::assertStringContainsString( '<html lang="de">', $text );
		self::assertStringContainsString( '<h1>Gleich wieder da</h1>', $text );
	}

	/** @return array{int, string, string} */
	private function ask( string $uri ): array {
		$code    = '' === $uri ? '' : '$_SERVER["REQUEST_URI"] = ' . json_encode( $uri, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES ) . ';';
		$process = proc_open( [ PHP_BINARY, '-r', $code . 'require ' . json_encode( $this->file(), JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES ) . '; echo http_response_code();' ], [ [ 'file', '/dev/null', 'r' ], [ 'pipe', 'w' ], [ 'pipe', 'w' ] ], $pipes );
		self::assertIsResource( $process );
		$output = (string) stream_get_contents( $pipes[1] );
		$errors = (string) stream_get_contents( $pipes[2] );
		return [ proc_close( $process ), $output, $errors ];
	}

	private function file(): string {
		return dirname( __DIR__, 2 ) . '/dropins/db-error.php';
	}
}
