<?php
/**
 * Tables of the protocol.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Persistence\Protocol\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Table;
use Lernwelt\Sso\Persistence\Protocol\DocumentTable;
use Lernwelt\Sso\Persistence\Protocol\LogoutTokenTable;
use Lernwelt\Sso\Persistence\Protocol\StateTable;
use wpdb;

/** Tables `lw_sso_states`, `lw_sso_logout_tokens` and `lw_sso_documents`. */
final class M0101CreateProtocol implements Migration {

	public function id(): string {
		return 'M0101_create_protocol';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Network;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->base_prefix . StateTable::NAME,
			'state_key char(64) NOT NULL,
			browser_key char(64) NOT NULL,
			note text NOT NULL,
			expires bigint(20) NOT NULL,
			used smallint NOT NULL DEFAULT 0,
			PRIMARY KEY (state_key),
			KEY expires (expires)'
		);
		Table::create(
			$db,
			$db->base_prefix . LogoutTokenTable::NAME,
			'token_key char(64) NOT NULL,
			expires bigint(20) NOT NULL,
			PRIMARY KEY (token_key),
			KEY expires (expires)'
		);
		Table::create(
			$db,
			$db->base_prefix . DocumentTable::NAME,
			'url_key char(64) NOT NULL,
			document longtext NOT NULL,
			fetched bigint(20) NOT NULL,
			refetched bigint(20) NOT NULL DEFAULT 0,
			PRIMARY KEY (url_key)'
		);
	}
}
