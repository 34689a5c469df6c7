<?php
/**
 * The mail queue.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Table;
use wpdb;

/** Table `lw_mail_queue`. */
final class M0002CreateMailQueue implements Migration {

	public function id(): string {
		return 'M0002_create_mail_queue';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Portal;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->prefix . 'lw_mail_queue',
			"id bigint(20) NOT NULL AUTO_INCREMENT,
			message_id varchar(190) NOT NULL,
			mail longtext NOT NULL,
			attempts int NOT NULL DEFAULT 0,
			created_at datetime NOT NULL,
			due_at datetime NOT NULL,
			lease_owner varchar(32) NOT NULL DEFAULT '',
			lease_until datetime NULL DEFAULT NULL,
			last_error varchar(255) NOT NULL DEFAULT '',
			PRIMARY KEY (id),
			KEY due_at (due_at)"
		);
	}
}
