<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration\Retention;

use Lernwelt\Core\Core;
use Lernwelt\Core\Retention\Journal;
use Lernwelt\Core\Retention\JournalAction;
use RuntimeException;

// Required by wp-cli before WordPress, which takes over what it finds in this global: two rules for the command's test.
$GLOBALS['wp_filter']['plugins_loaded'][10][] = [ // phpcs:ignore WordPress.WP.GlobalVariablesOverride
	'accepted_args' => 0,
	'function'      => static function (): void {
		require_once __DIR__ . '/FakeRule.php';
		$services = Core::services();
		$services->retention->register( new FakeRule( 'broken', 1, static fn (): int => throw new RuntimeException( 'disk full' ) ) );
		$services->retention->register(
			new FakeRule(
				'numbers',
				2,
				static fn ( Journal $journal ): int => $services->transaction->run(
					static function () use ( $journal ): int {
						$journal->record( 'numbers', JournalAction::Erased, 'number:1', 'number:2' );
						return 2;
					}
				)
			)
		);
	},
];
