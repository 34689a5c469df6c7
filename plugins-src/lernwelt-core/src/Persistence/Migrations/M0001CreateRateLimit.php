<?php
/**
 * Counters of the rate limiter.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Table;
use wpdb;

/** Table `lw_rate_limit`. */
final class M0001CreateRateLimit implements Migration {

	public function id(): string {
		return 'M0001_create_rate_limit';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Network;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->base_prefix . 'lw_rate_limit',
			'rate_key char(64) NOT NULL,
			hits int NOT NULL,
			expires bigint(20) NOT NULL,
			PRIMARY KEY (rate_key),
			KEY expires (expires)'
		);
	}
}
