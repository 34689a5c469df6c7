<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests;

use RuntimeException;

/** wp-cli on the test stack, as a process of its own: sees only what is committed. */
final class WpCli {

	/**
	 * Runs a command.
	 *
	 * @param string ...$arguments Command, arguments and options.
	 * @return array{int, string, string} Exit code, output, errors.
	 * @throws RuntimeException When it can't be started.
	 */
	public static function run( string ...$arguments ): array {
		$process = proc_open(
			[ PHP_BINARY, dirname( __DIR__, 2 ) . '/var/tools/wp-cli/wp-cli.phar', '--allow-root', '--no-color', '--path=' . Stack::from_environment()->dir . '/public', ...array_values( $arguments ) ],
			[ [ 'file', '/dev/null', 'r' ], [ 'pipe', 'w' ], [ 'pipe', 'w' ] ],
			$pipes
		);
		if ( false === $process ) {
			throw new RuntimeException( 'wp-cli could not be started.' );
		}
		$output = (string) stream_get_contents( $pipes[1] );
		$errors = (string) stream_get_contents( $pipes[2] );
		return [ proc_close( $process ), $output, $errors ];
	}
}
