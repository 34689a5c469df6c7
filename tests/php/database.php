<?php
/**
 * Keeps or brings back the prepared database of a test stack:
 *
 *     LERNWELT_STACK=test-sqlite php tests/php/database.php save|restore
 *
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

use Lernwelt\Tests\PreparedDatabase;
use Lernwelt\Tests\Stack;

require dirname( __DIR__, 2 ) . '/vendor/autoload.php';

try {
	$lernwelt_database = new PreparedDatabase( Stack::from_environment() );
	match ( $argv[1] ?? '' ) {
		'save'    => $lernwelt_database->save(),
		'restore' => $lernwelt_database->restore(),
		default   => throw new RuntimeException( 'Say "save" or "restore".' ),
	};
} catch ( Throwable $lernwelt_problem ) {
	fwrite( STDERR, $lernwelt_problem->getMessage() . PHP_EOL );
	exit( 1 );
}
