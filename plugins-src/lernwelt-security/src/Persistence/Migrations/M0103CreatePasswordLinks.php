<?php
/**
 * Wanted links for new passwords.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Table;
use wpdb;

/** Table `lw_password_links` of the network. */
final class M0103CreatePasswordLinks implements Migration {

	public function id(): string {
		return 'M0103_create_password_links';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Network;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->base_prefix . 'lw_password_links',
			'id bigint(20) NOT NULL AUTO_INCREMENT,
			portal bigint(20) NOT NULL,
			user_id bigint(20) NOT NULL,
			PRIMARY KEY (id),
			KEY portal (portal)'
		);
	}
}
