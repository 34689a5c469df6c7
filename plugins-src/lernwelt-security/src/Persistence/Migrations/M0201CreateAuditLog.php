<?php
/**
 * Tables of the audit log.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence\Migrations;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Core\Table;
use Lernwelt\Security\Domain\Audit\Chain;
use Lernwelt\Security\Domain\Audit\Mark;
use wpdb;

/** Table `lw_audit` with the lines, and `lw_audit_marks` with its signed beginning and end. */
final readonly class M0201CreateAuditLog implements Migration {

	/**
	 * @param Chain $chain Signs the marks.
	 * @param Clock $clock Time.
	 */
	public function __construct( private Chain $chain, private Clock $clock ) {}

	public function id(): string {
		return 'M0201_create_audit_log';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Network;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->base_prefix . 'lw_audit',
			'id bigint(20) NOT NULL,
			recorded_at datetime NOT NULL,
			portal bigint(20) NOT NULL,
			area varchar(40) NOT NULL,
			action varchar(40) NOT NULL,
			reason varchar(60) NOT NULL,
			kind varchar(10) NOT NULL,
			actor varchar(64) NOT NULL,
			object varchar(110) NOT NULL,
			details text NOT NULL,
			address varchar(45) NOT NULL,
			previous char(64) NOT NULL,
			hash char(64) NOT NULL,
			PRIMARY KEY (id),
			KEY recorded_at (recorded_at),
			KEY portal (portal, id),
			KEY area (area, action, id),
			KEY actor (actor, id),
			KEY object (object, id)'
		);
		Table::create(
			$db,
			$db->base_prefix . 'lw_audit_marks',
			'name varchar(20) NOT NULL,
			line bigint(20) NOT NULL,
			hash char(64) NOT NULL,
			marked_at datetime NOT NULL,
			note varchar(40) NOT NULL,
			signature char(64) NOT NULL,
			turns bigint(20) NOT NULL,
			PRIMARY KEY (name)'
		);
		foreach ( [ Mark::HEAD, Mark::CHECKPOINT ] as $name ) {
			$mark = $this->chain->sign( new Mark( $name, 0, Chain::START, $this->clock->now()->format( 'Y-m-d H:i:s' ) ) );
			Statement::run( $db, 'INSERT IGNORE INTO %i (name, line, hash, marked_at, note, signature, turns) VALUES (%s, 0, %s, %s, %s, %s, 0)', $db->base_prefix . 'lw_audit_marks', $name, $mark->hash, $mark->at, '', $mark->signature );
		}
	}
}
