<?php
/**
 * Changes of the database.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Health;

use Lernwelt\Core\Health\HealthCheck;
use Lernwelt\Core\Health\HealthResult;
use Lernwelt\Core\Health\HealthScope;
use Lernwelt\Core\Migrations;
use Lernwelt\Core\PendingMigration;

/** Whether the portal's tables fit the code. */
final readonly class MigrationsCheck implements HealthCheck {

	/**
	 * @param Migrations $migrations Runner.
	 */
	public function __construct( private Migrations $migrations ) {}

	public function label(): string {
		return __( 'Changes of the database', 'lernwelt-operations' );
	}

	public function purpose(): string {
		return __( 'A new version may need new tables or columns; until they are there, parts of it do not work.', 'lernwelt-operations' );
	}

	public function advice(): string {
		return __( 'Run "wp lernwelt migrate". It belongs into every deployment, before the new version is put into service.', 'lernwelt-operations' );
	}

	public function is_critical(): bool {
		return false;
	}

	public function scope(): HealthScope {
		return HealthScope::Portal;
	}

	public function run(): HealthResult {
		$pending = $this->migrations->pending( get_current_blog_id() );
		$names   = array_map( static fn ( PendingMigration $step ): string => "{$step->component} {$step->migration->id()}", $pending );
		/* translators: %s: list of steps. */
		return [] === $names ? HealthResult::ok( __( 'All changes of the database were made.', 'lernwelt-operations' ), [ 'pending' => 0 ] ) : HealthResult::failed( sprintf( __( 'Changes of the database are missing: %s.', 'lernwelt-operations' ), implode( ', ', $names ) ), [ 'pending' => count( $names ) ] );
	}
}
