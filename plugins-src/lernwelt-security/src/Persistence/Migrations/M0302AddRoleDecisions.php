<?php
/**
 * Copy of the decisions on each portal.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use wpdb;

/** Adds the option, empty: WordPress would ask the database for a missing one on every page. */
final class M0302AddRoleDecisions implements Migration {

	public function id(): string {
		return 'M0302_add_role_decisions';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Portal;
	}

	public function up( wpdb $db ): void {
		add_option( 'lw_role_decisions', [], '', true );
	}
}
