<?php
/**
 * Tables of identities and granted roles.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Table;
use wpdb;

/** Who belongs to which account, and which roles came from claims. Both for the whole network. */
final class M0301CreateAccounts implements Migration {

	public function id(): string {
		return 'M0301_create_accounts';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Network;
	}

	public function up( wpdb $db ): void {
		// user_id is null only while the account is being made.
		Table::create(
			$db,
			$db->base_prefix . 'lw_identities',
			'id bigint(20) NOT NULL AUTO_INCREMENT,
			identity_hash char(64) NOT NULL,
			issuer varchar(255) NOT NULL,
			subject varchar(255) NOT NULL,
			user_id bigint(20) NULL DEFAULT NULL,
			logins bigint(20) NOT NULL DEFAULT 0,
			created_at datetime NOT NULL,
			login_at datetime NOT NULL,
			PRIMARY KEY (id),
			UNIQUE KEY identity_hash (identity_hash),
			UNIQUE KEY user_id (user_id)'
		);
		Table::create(
			$db,
			$db->base_prefix . 'lw_granted_roles',
			'id bigint(20) NOT NULL AUTO_INCREMENT,
			user_id bigint(20) NOT NULL,
			portal bigint(20) NOT NULL,
			role varchar(60) NOT NULL,
			granted_at datetime NOT NULL,
			PRIMARY KEY (id),
			UNIQUE KEY user_portal_role (user_id, portal, role)'
		);
	}
}
