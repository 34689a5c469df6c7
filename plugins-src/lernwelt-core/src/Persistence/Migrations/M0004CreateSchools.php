<?php
/**
 * The school register.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Table;
use wpdb;

/** Table `lw_schools`. */
final class M0004CreateSchools implements Migration {

	public function id(): string {
		return 'M0004_create_schools';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Network;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->base_prefix . 'lw_schools',
			"number varchar(40) NOT NULL,
			name varchar(150) NOT NULL,
			type varchar(30) NOT NULL,
			district varchar(40) NOT NULL DEFAULT '',
			startchancen tinyint(1) NOT NULL DEFAULT 0,
			PRIMARY KEY (number)"
		);
	}
}
