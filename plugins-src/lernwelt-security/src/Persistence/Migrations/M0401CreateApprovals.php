<?php
/**
 * Requests that a second person decides.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Table;
use wpdb;

/** One row for each; `pending` is empty (NULL) once it is decided, so that a subject has one pending request at most. */
final class M0401CreateApprovals implements Migration {

	public function id(): string {
		return 'M0401_create_approvals';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Network;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->base_prefix . 'lw_approvals',
			'id bigint(20) NOT NULL AUTO_INCREMENT,
			kind varchar(40) NOT NULL,
			portal bigint(20) NOT NULL,
			subject varchar(100) NOT NULL,
			parameters longtext NOT NULL,
			person bigint(20) NOT NULL,
			requested_by bigint(20) NOT NULL,
			requested_at datetime NOT NULL,
			reason varchar(1200) NOT NULL,
			due date NOT NULL,
			state varchar(20) NOT NULL,
			decided_by bigint(20) NOT NULL,
			decided_at datetime NULL,
			answer varchar(1200) NOT NULL,
			seal char(64) NOT NULL,
			decision char(64) NOT NULL,
			pending char(64) NULL,
			PRIMARY KEY (id),
			UNIQUE KEY pending (pending),
			KEY portal (portal, id)'
		);
	}
}
