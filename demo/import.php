<?php
/**
 * Puts the demo content into one portal: `bin/wp --portal lernorte eval-file --use-include demo/import.php lernorte`.
 * Safe to repeat: it adds what is missing and never touches what a person edited or deleted.
 *
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

use Lernwelt\Core\Autoload;
use Lernwelt\Core\Core;
use Lernwelt\Demo\DemoError;
use Lernwelt\Demo\Import;

if ( ! defined( 'WP_CLI' ) ) {
	exit( 1 );
}
if ( ! defined( 'LERNWELT_CORE_API' ) ) {
	WP_CLI::error( 'The demo content needs lernwelt-core: run ./bin/build first.' );
}
if ( ! defined( 'WP_IMPORTING' ) ) {
	define( 'WP_IMPORTING', true );
}

/** @var list<string> $args Arguments of eval-file. */
$lernwelt_portal = $args[0] ?? '';
if ( '' === $lernwelt_portal ) {
	WP_CLI::error( 'Name the portal: eval-file demo/import.php lernorte' );
}

Autoload::add( 'Lernwelt\\Demo\\', __DIR__ . '/importer' );
try {
	$lernwelt_counts = Import::of( __DIR__, $lernwelt_portal, Core::services() )->run();
} catch ( DemoError $error ) {
	WP_CLI::error( $error->getMessage() );
}
WP_CLI::success( sprintf( 'Demo content of %s: %d added, %d renewed, %d removed, %d left as they are.', $lernwelt_portal, $lernwelt_counts['added'], $lernwelt_counts['renewed'], $lernwelt_counts['removed'], $lernwelt_counts['kept'] ) );
