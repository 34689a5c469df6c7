<?php
/**
 * Counters of wrong tries.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Table;
use wpdb;

/** Table `lw_throttle` of the network. */
final class M0101CreateThrottle implements Migration {

	public function id(): string {
		return 'M0101_create_throttle';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Network;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->base_prefix . 'lw_throttle',
			"kind varchar(10) NOT NULL,
			account_key char(64) NOT NULL,
			network_key char(64) NOT NULL,
			slot int NOT NULL,
			hits int NOT NULL,
			not_before bigint(20) NOT NULL,
			owner varchar(32) NOT NULL DEFAULT '',
			expires bigint(20) NOT NULL,
			PRIMARY KEY (account_key, network_key, kind, slot),
			KEY network_key (network_key),
			KEY expires (expires)"
		);
	}
}
