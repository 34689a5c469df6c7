<?php
/**
 * Tables of the import.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Table;
use wpdb;

/** Runs, their findings and changes, origins of places, and what dry runs saw. */
final class M0002CreateImport implements Migration {

	public function id(): string {
		return 'M0002_create_import';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Portal;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->prefix . 'lw_place_runs',
			"id bigint(20) NOT NULL AUTO_INCREMENT,
			version int NOT NULL DEFAULT 0,
			source varchar(64) NOT NULL,
			label varchar(100) NOT NULL,
			input text NOT NULL,
			input_name varchar(255) NOT NULL,
			mapping longtext NOT NULL,
			mapping_hash char(64) NOT NULL,
			dry_run tinyint NOT NULL,
			forced tinyint NOT NULL,
			user_id bigint(20) NOT NULL,
			state varchar(10) NOT NULL,
			phase varchar(10) NOT NULL,
			reason varchar(40) NOT NULL DEFAULT '',
			detail text NOT NULL,
			position int NOT NULL DEFAULT 0,
			total int NULL DEFAULT NULL,
			incomplete tinyint NOT NULL DEFAULT 0,
			fingerprint varchar(100) NOT NULL DEFAULT '',
			counts text NOT NULL,
			fetched longtext NOT NULL,
			started_at datetime NOT NULL,
			beat_at datetime NOT NULL,
			finished_at datetime NULL DEFAULT NULL,
			PRIMARY KEY (id),
			KEY source (source, id),
			KEY state (state)"
		);
		Table::create(
			$db,
			$db->prefix . 'lw_place_findings',
			'id bigint(20) NOT NULL AUTO_INCREMENT,
			run_id bigint(20) NOT NULL,
			line int NOT NULL,
			code varchar(40) NOT NULL,
			field varchar(40) NOT NULL,
			raw text NOT NULL,
			external_id varchar(255) NOT NULL,
			PRIMARY KEY (id),
			KEY run_id (run_id, id)'
		);
		Table::create(
			$db,
			$db->prefix . 'lw_place_changes',
			'id bigint(20) NOT NULL AUTO_INCREMENT,
			run_id bigint(20) NOT NULL,
			external_id varchar(255) NOT NULL,
			title varchar(255) NOT NULL,
			kind varchar(20) NOT NULL,
			fields longtext NOT NULL,
			PRIMARY KEY (id),
			KEY run_id (run_id, id)'
		);
		Table::create(
			$db,
			$db->prefix . 'lw_place_origins',
			'source varchar(64) NOT NULL,
			id_key char(40) NOT NULL,
			external_id varchar(255) NOT NULL,
			post_id bigint(20) NOT NULL,
			hash char(64) NOT NULL,
			seen_run bigint(20) NOT NULL,
			missing_runs int NOT NULL DEFAULT 0,
			hidden tinyint NOT NULL DEFAULT 0,
			PRIMARY KEY (source, id_key),
			KEY post_id (post_id)'
		);
		Table::create(
			$db,
			$db->prefix . 'lw_place_notes',
			'run_id bigint(20) NOT NULL,
			id_key char(40) NOT NULL,
			PRIMARY KEY (run_id, id_key)'
		);
	}
}
