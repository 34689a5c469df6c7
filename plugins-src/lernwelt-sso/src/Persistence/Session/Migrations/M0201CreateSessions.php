<?php
/**
 * Table of sessions.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Persistence\Session\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Table;
use Lernwelt\Sso\Persistence\Session\SessionTable;
use wpdb;

/** Table `lw_sessions`; what WordPress kept of sessions, addresses and browsers included, is deleted. */
final class M0201CreateSessions implements Migration {

	public function id(): string {
		return 'M0201_create_sessions';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Network;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->base_prefix . SessionTable::NAME,
			'id bigint(20) NOT NULL AUTO_INCREMENT,
			verifier char(64) NOT NULL,
			user_id bigint(20) NOT NULL,
			portal bigint(20) NOT NULL,
			kind varchar(10) NOT NULL,
			sid_key char(64) NULL DEFAULT NULL,
			subject_key char(64) NULL DEFAULT NULL,
			sealed longtext NOT NULL,
			renew_at bigint(20) NOT NULL DEFAULT 0,
			created bigint(20) NOT NULL,
			seen bigint(20) NOT NULL,
			expires bigint(20) NOT NULL,
			PRIMARY KEY (id),
			UNIQUE KEY verifier (verifier),
			KEY user_id (user_id),
			KEY sid_key (sid_key),
			KEY subject_key (subject_key),
			KEY expires (expires)'
		);
		$db->query( (string) $db->prepare( 'DELETE FROM %i WHERE meta_key = %s', $db->usermeta, 'session_tokens' ) );
	}
}
