<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests;

use RuntimeException;

/** Several PHP processes with WordPress of the same stack that do something at the same moment. */
final class Processes {

	/**
	 * Runs code in parallel. The processes load WordPress first and begin together.
	 *
	 * @param int    $count Processes.
	 * @param string $code  PHP code without opening tag; `$number` is 0, 1, 2 … What it prints is the result.
	 * @return list<string> Output of each process.
	 * @throws RuntimeException When a process fails; with what it said.
	 */
	public static function run( int $count, string $code ): array {
		$running = [];
		for ( $number = 0; $number < $count; ++$number ) {
			$process = proc_open(
				[ PHP_BINARY, __DIR__ . '/worker.php', (string) $number, $code ],
				[ [ 'pipe', 'r' ], [ 'pipe', 'w' ], [ 'pipe', 'w' ] ],
				$pipes
			);
			if ( false === $process ) {
				throw new RuntimeException( 'A PHP process could not be started.' );
			}
			$running[] = [ $process, $pipes ];
		}
		foreach ( $running as [ , $pipes ] ) {
			if ( "ready\n" !== fgets( $pipes[1] ) ) {
				throw new RuntimeException( 'A process did not get ready: ' . stream_get_contents( $pipes[2] ) );
			}
		}
		foreach ( $running as [ , $pipes ] ) {
			fwrite( $pipes[0], "go\n" );
		}
		$results = [];
		foreach ( $running as [ $process, $pipes ] ) {
			$results[] = (string) stream_get_contents( $pipes[1] );
			$errors    = (string) stream_get_contents( $pipes[2] );
			if ( 0 !== proc_close( $process ) ) {
				throw new RuntimeException( "A process failed: $errors" . substr( (string) end( $results ), -2000 ) );
			}
		}
		return $results;
	}
}
