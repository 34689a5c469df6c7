<?php
/**
 * The mail log.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Core\Table;
use wpdb;

/** Table `lw_mail_log`, with a line for each mail that waits already. */
final class M0006CreateMailLog implements Migration {

	public function id(): string {
		return 'M0006_create_mail_log';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Portal;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->prefix . 'lw_mail_log',
			"id bigint(20) NOT NULL AUTO_INCREMENT,
			message_id varchar(190) NOT NULL,
			topic varchar(60) NOT NULL DEFAULT '',
			queued_at datetime NOT NULL,
			handed_over_at datetime NULL DEFAULT NULL,
			PRIMARY KEY (id),
			UNIQUE KEY message_id (message_id),
			KEY topic (topic),
			KEY queued_at (queued_at)"
		);
		Statement::run(
			$db,
			'INSERT INTO %i (message_id, queued_at) SELECT message_id, created_at FROM %i WHERE message_id NOT IN (SELECT message_id FROM %i)',
			$db->prefix . 'lw_mail_log',
			$db->prefix . 'lw_mail_queue',
			$db->prefix . 'lw_mail_log'
		);
	}
}
