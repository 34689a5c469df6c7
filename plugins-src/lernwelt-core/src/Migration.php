<?php
/**
 * One change of the database.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use wpdb;

/**
 * A numbered step. Once shipped it is never edited. It must bear being run again after an interruption
 * (`CREATE TABLE IF NOT EXISTS`, `dbDelta()`, conditions in WHERE): MariaDB commits every change of a table at
 * once, so half of a step can be done while the ledger rightly says that it isn't.
 */
interface Migration {

	/** Name in the ledger: `M0001_create_bookings`. */
	public function id(): string;

	/** Where it runs. */
	public function scope(): MigrationScope;

	/**
	 * Does the change; for the portal scope `$db->prefix` is the portal's. A refused statement fails the step by itself.
	 *
	 * @param wpdb $db Database.
	 */
	public function up( wpdb $db ): void;
}
