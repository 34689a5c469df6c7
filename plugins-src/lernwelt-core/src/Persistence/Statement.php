<?php
/**
 * Statements that must work.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence;

use RuntimeException;
use wpdb;

/**
 * Runs a statement and turns a refusal into an exception of one sentence. wpdb would only return false, and write the
 * whole statement with its values – somebody's mail – to the log.
 */
final class Statement {

	/**
	 * Runs a statement.
	 *
	 * @param wpdb           $db        Database.
	 * @param literal-string $sql       Statement with placeholders.
	 * @param string|int     ...$values Their values.
	 * @return int Affected rows.
	 * @throws RuntimeException With the database's reason, without values.
	 */
	public static function run( wpdb $db, string $sql, string|int ...$values ): int {
		return self::run_prepared( $db, (string) $db->prepare( $sql, ...$values ) );
	}

	/**
	 * Runs a statement whose values are escaped already.
	 *
	 * @param wpdb   $db  Database.
	 * @param string $sql Statement.
	 * @return int Affected rows.
	 * @throws RuntimeException With the database's reason, without values.
	 */
	public static function run_prepared( wpdb $db, string $sql ): int {
		$silenced = $db->suppress_errors();
		try {
			$affected = $db->query( $sql ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- the caller did.
		} finally {
			$db->suppress_errors( $silenced );
		}
		if ( false === $affected ) {
			throw new RuntimeException( 'The database refused a statement: ' . self::reason( $db->last_error ) );
		}
		return (int) $affected;
	}

	/**
	 * The database's reason as one sentence. The SQLite driver wraps it in a page of HTML with all queries and values.
	 *
	 * @param string $error What wpdb noted.
	 */
	public static function reason( string $error ): string {
		if ( 1 === preg_match( '#.*class="error_message"[^>]*>\s*(.*?)\s*</div>#s', $error, $found ) ) {
			$error = $found[1];
		}
		return rtrim( trim( html_entity_decode( strip_tags( $error ), ENT_QUOTES ) ), '.' ) . '.';
	}
}
