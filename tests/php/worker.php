<?php
/**
 * One process of Lernwelt\Tests\Processes: loads WordPress, waits for the start, runs the code.
 *
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

ini_set( 'display_errors', 'stderr' );
require_once dirname( __DIR__, 2 ) . '/vendor/autoload.php';
require __DIR__ . '/wordpress.php';

echo "ready\n";
fgets( STDIN );
( static function ( int $number, string $code ): void {
	eval( $code ); // phpcs:ignore Squiz.PHP.Eval -- the test's own code, in a process of its own.
} )( (int) $argv[1], $argv[2] );
