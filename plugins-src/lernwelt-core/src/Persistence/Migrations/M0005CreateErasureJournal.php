<?php
/**
 * The journal of what was erased.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Table;
use wpdb;

/** Table `lw_erasure_journal`. */
final class M0005CreateErasureJournal implements Migration {

	public function id(): string {
		return 'M0005_create_erasure_journal';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Portal;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->prefix . 'lw_erasure_journal',
			'id bigint(20) NOT NULL AUTO_INCREMENT,
			at datetime NOT NULL,
			run char(32) NOT NULL,
			source varchar(40) NOT NULL,
			action varchar(12) NOT NULL,
			object varchar(105) NOT NULL,
			PRIMARY KEY (id),
			KEY at (at)'
		);
	}
}
