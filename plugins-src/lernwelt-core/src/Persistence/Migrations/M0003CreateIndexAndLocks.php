<?php
/**
 * The index of the data views and the locks.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Table;
use wpdb;

/** Tables `lw_index`, `lw_index_sources`, `lw_index_packs` and `lw_locks`. */
final class M0003CreateIndexAndLocks implements Migration {

	public function id(): string {
		return 'M0003_create_index_and_locks';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Portal;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->prefix . 'lw_index',
			"source varchar(40) NOT NULL,
			record_id bigint(20) NOT NULL,
			hash char(32) NOT NULL,
			title text NOT NULL,
			title_key text NOT NULL,
			search longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
			terms longtext NOT NULL,
			capability varchar(64) NOT NULL DEFAULT '',
			lat double NULL DEFAULT NULL,
			lng double NULL DEFAULT NULL,
			sort_keys longtext NOT NULL,
			PRIMARY KEY (source, record_id)"
		);
		Table::create(
			$db,
			$db->prefix . 'lw_index_sources',
			"source varchar(40) NOT NULL,
			version char(32) NOT NULL,
			rows_version char(32) NOT NULL,
			built_for char(32) NOT NULL DEFAULT '',
			PRIMARY KEY (source)"
		);
		Table::create(
			$db,
			$db->prefix . 'lw_index_packs',
			'source varchar(40) NOT NULL,
			kind varchar(10) NOT NULL,
			rows_version char(32) NOT NULL,
			data longtext NOT NULL,
			PRIMARY KEY (source, kind)'
		);
		Table::create(
			$db,
			$db->prefix . 'lw_locks',
			'name varchar(64) NOT NULL,
			owner char(32) NOT NULL,
			expires bigint(20) NOT NULL,
			renewals int NOT NULL DEFAULT 0,
			PRIMARY KEY (name)'
		);
	}
}
