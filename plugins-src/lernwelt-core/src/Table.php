<?php
/**
 * New tables.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use wpdb;

/** Creates a table the way all drivers understand; for migrations. */
final class Table {

	/**
	 * Creates a table unless it exists, with WordPress's character set.
	 *
	 * @param wpdb   $db      Database.
	 * @param string $name    Full name: `{$db->prefix}lw_…` or `{$db->base_prefix}lw_…`.
	 * @param string $columns Columns and keys in MySQL's words, e.g. `id bigint(20) NOT NULL AUTO_INCREMENT, PRIMARY KEY (id)`.
	 *                        No foreign keys, no UNSIGNED: SQLite checks neither.
	 */
	public static function create( wpdb $db, string $name, string $columns ): void {
		$sql = "CREATE TABLE IF NOT EXISTS `$name` ( $columns ) {$db->get_charset_collate()}";
		$db->query( $sql ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- structure takes no placeholders and comes from code.
	}
}
