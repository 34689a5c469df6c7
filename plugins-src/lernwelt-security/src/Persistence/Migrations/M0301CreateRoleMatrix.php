<?php
/**
 * Tables of the role matrix.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Core\Table;
use wpdb;

/** Decisions, how often each portal's were changed, and who changed what. */
final class M0301CreateRoleMatrix implements Migration {

	public function id(): string {
		return 'M0301_create_role_matrix';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Network;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->base_prefix . 'lw_role_matrix',
			'portal bigint(20) NOT NULL,
			role varchar(60) NOT NULL,
			capability varchar(100) NOT NULL,
			granted tinyint(1) NOT NULL,
			changed_at datetime NOT NULL,
			changed_by bigint(20) NOT NULL,
			PRIMARY KEY (portal, role, capability)'
		);
		Table::create(
			$db,
			$db->base_prefix . 'lw_role_revisions',
			'portal bigint(20) NOT NULL,
			revision bigint(20) NOT NULL,
			turns bigint(20) NOT NULL,
			PRIMARY KEY (portal)'
		);
		// "before" and "after" are words of SQL. -1 is no decision.
		Table::create(
			$db,
			$db->base_prefix . 'lw_role_history',
			'id bigint(20) NOT NULL AUTO_INCREMENT,
			changed_at datetime NOT NULL,
			changed_by bigint(20) NOT NULL,
			portal bigint(20) NOT NULL,
			role varchar(60) NOT NULL,
			capability varchar(100) NOT NULL,
			granted_before tinyint(1) NOT NULL,
			granted_after tinyint(1) NOT NULL,
			PRIMARY KEY (id),
			KEY portal (portal, id)'
		);
		Statement::run( $db, 'INSERT IGNORE INTO %i (portal, revision, turns) VALUES (0, 0, 0)', $db->base_prefix . 'lw_role_revisions' );
	}
}
