<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Closure;
use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use wpdb;

/** A migration that does what the test says. */
final class FakeMigration implements Migration {

	/**
	 * @param string              $id    Name in the ledger.
	 * @param MigrationScope      $scope Where it runs.
	 * @param Closure(wpdb): mixed $up   What it does.
	 */
	public function __construct(
		private readonly string $id,
		private readonly MigrationScope $scope,
		private readonly Closure $up,
	) {}

	public function id(): string {
		return $this->id;
	}

	public function scope(): MigrationScope {
		return $this->scope;
	}

	public function up( wpdb $db ): void {
		( $this->up )( $db );
	}
}
