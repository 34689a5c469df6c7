<?php
/**
 * Second factors.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Table;
use wpdb;

/** Tables `lw_second_factor`, `lw_recovery_codes` and `lw_login_steps` of the network. */
final class M0102CreateSecondFactor implements Migration {

	public function id(): string {
		return 'M0102_create_second_factor';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Network;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->base_prefix . 'lw_second_factor',
			'user_id bigint(20) NOT NULL,
			secret varchar(255) NOT NULL,
			last_step bigint(20) NOT NULL,
			created bigint(20) NOT NULL,
			PRIMARY KEY (user_id)'
		);
		Table::create(
			$db,
			$db->base_prefix . 'lw_recovery_codes',
			'user_id bigint(20) NOT NULL,
			code_hash char(64) NOT NULL,
			expires bigint(20) NOT NULL,
			PRIMARY KEY (user_id, code_hash)'
		);
		Table::create(
			$db,
			$db->base_prefix . 'lw_login_steps',
			'step_key char(64) NOT NULL,
			user_id bigint(20) NOT NULL,
			portal bigint(20) NOT NULL,
			purpose varchar(10) NOT NULL,
			new_secret varchar(255) NOT NULL,
			remember int NOT NULL,
			redirect_to text NOT NULL,
			expires bigint(20) NOT NULL,
			PRIMARY KEY (step_key),
			KEY expires (expires)'
		);
	}
}
