<?php
/**
 * Counters for metrics.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Table;
use wpdb;

/** Table `lw_operations_counters`. */
final class M0001CreateCounters implements Migration {

	public function id(): string {
		return 'M0001_create_counters';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Network;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->base_prefix . 'lw_operations_counters',
			'name varchar(100) NOT NULL,
			hits bigint(20) NOT NULL,
			PRIMARY KEY (name)'
		);
	}
}
