<?php
/**
 * Start of the integration tests: restores the prepared database, then loads WordPress. See phpunit.integration.xml.
 *
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

use Lernwelt\Tests\PreparedDatabase;
use Lernwelt\Tests\Stack;

require_once dirname( __DIR__, 2 ) . '/vendor/autoload.php';

try {
	( new PreparedDatabase( Stack::from_environment() ) )->restore();
} catch ( Throwable $lernwelt_problem ) {
	fwrite( STDERR, $lernwelt_problem->getMessage() . PHP_EOL );
	exit( 1 );
}

require __DIR__ . '/wordpress.php';

// Cheap passwords: the tests make many people, and none of them logs in for real.
add_filter( 'wp_hash_password_options', static fn (): array => [ 'cost' => 4 ] );
// No mail leaves a test; those about mail bring their own server.
add_filter( 'pre_wp_mail', static fn (): bool => true );
