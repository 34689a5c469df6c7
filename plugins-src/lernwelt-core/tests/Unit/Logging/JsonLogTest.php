<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Logging;

use PHPUnit\Framework\TestCase;

/** What PHP itself reports, in a process of its own. */
final class JsonLogTest extends TestCase {

	private string $file = '';

	protected function setUp(): void {
		parent::setUp();
		$this->file = (string) tempnam( sys_get_temp_dir(), 'log' );
	}

	protected function tearDown(): void {
		unlink( $this->file );
		parent::tearDown();
	}

	public function test_warnings_sentences_complaints_and_the_end_are_one_object_each(): void {
		$this->run_php(
			<<<'PHP'
			echo $undefined_variable;
			error_reporting( E_ALL & ~E_WARNING );
			trigger_error( 'Not asked for.', E_USER_NOTICE );
			error_reporting( E_ALL );
			Lernwelt\Core\Logging\Log::say( 'Mail to anja@example.org waits.', Lernwelt\Core\Logging\LogLevel::Notice );
			$log->database( [ [ 'query' => 'DESCRIBE wp_x', 'error_str' => 'no' ], [ 'query' => " insert INTO wp_x VALUES ('geheim')", 'error_str' => "Duplicate entry 'geheim' for key 'k'" ], [ 'query' => 'SELECT 1', 'error_str' => '<div class="error_message">No such table.</div><div>Queries: | parameters: geheim</div>' ] ] );
			throw new RuntimeException( 'The end of anja@example.org.' );
			PHP
		);

		$lines = $this->lines();
		self::assertSame( [ 'warning', 'notice', 'notice', 'warning', 'warning', 'error' ], array_column( $lines, 'level' ) );
		self::assertSame( 'Undefined variable $undefined_variable', $lines[0]['message'] );
		self::assertSame( 'Mail to [mail] waits.', $lines[2]['message'] );
		self::assertSame( "The database refused a statement (INSERT): Duplicate entry '…' for key 'k'.", $lines[3]['message'] );
		self::assertSame( 'The database refused a statement (SELECT): No such table.', $lines[4]['message'] );
		self::assertStringContainsString( 'Uncaught RuntimeException: The end of [mail].', $lines[5]['message'] );
		self::assertSame( [ 'portal.test' ], array_values( array_unique( array_column( $lines, 'portal' ) ) ) );
		self::assertSame( [ 'request-1' ], array_values( array_unique( array_column( $lines, 'request' ) ) ) );
	}

	public function test_what_is_not_reported_is_not_written(): void {
		$this->run_php( 'error_reporting( E_ALL & ~E_WARNING ); echo $undefined_variable;' );

		self::assertSame( [], $this->lines() );
	}

	public function test_a_log_that_takes_nothing_loses_nothing(): void {
		$output = $this->run_php( 'Lernwelt\Core\Logging\Log::say( "Still heard." );', '/no/such/folder/x.log' );

		self::assertStringContainsString( '"message":"Still heard."', $output );
	}

	/** @return list<array<string, string>> */
	private function lines(): array {
		$lines = file( $this->file, FILE_IGNORE_NEW_LINES );
		return array_map( static fn ( string $line ): array => json_decode( $line, true, 8, JSON_THROW_ON_ERROR ), false === $lines ? [] : $lines );
	}

	/** What the process wrote where PHP's own log goes, and printed. */
	private function run_php( string $code, ?string $file = null ): string {
		$source  = (string) json_encode( dirname( __DIR__, 3 ) . '/src', JSON_UNESCAPED_SLASHES );
		$target  = (string) json_encode( $file ?? $this->file, JSON_UNESCAPED_SLASHES );
		$begin   = "foreach ( [ 'Clock', 'SystemClock', 'Persistence/Statement', 'Logging/LogLevel', 'Logging/LogLine', 'Logging/JsonLog', 'Logging/Log' ] as \$name ) { require $source . \"/\$name.php\"; }
			\$log = new Lernwelt\\Core\\Logging\\JsonLog( $target, '/root/', 'request-1', new Lernwelt\\Core\\SystemClock(), static fn (): string => 'portal.test' );
			\$log->begin();
			Lernwelt\\Core\\Logging\\Log::write_to( \$log );\n";
		$process = proc_open( [ PHP_BINARY, '-n', '-d', 'extension=mbstring', '-d', 'display_errors=0', '-d', 'error_reporting=-1', '-r', $begin . $code ], [ [ 'file', '/dev/null', 'r' ], [ 'pipe', 'w' ], [ 'pipe', 'w' ] ], $pipes );
		self::assertIsResource( $process );
		$output = stream_get_contents( $pipes[1] ) . stream_get_contents( $pipes[2] );
		proc_close( $process );
		return $output;
	}
}
