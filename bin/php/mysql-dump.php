<?php
/**
 * Prints this network's tables as statements for MariaDB, through WordPress's own driver; run by bin/stack with wp-cli on
 * the stack with SQLite.
 *
 * @package Lernwelt
 */

declare( strict_types=1 );

// phpcs:disable WordPress.Security.EscapeOutput, WordPress.DB -- statements for a file, of all tables.

global $wpdb;

$lernwelt_value = static fn ( ?string $value ): string => null === $value ? 'NULL' : "'" . strtr(
	$value,
	[
		'\\'   => '\\\\',
		"'"    => "\\'",
		"\0"   => '\\0',
		"\n"   => '\\n',
		"\r"   => '\\r',
		"\x1a" => '\\Z',
	]
) . "'";

echo "SET NAMES utf8mb4;\nSET FOREIGN_KEY_CHECKS = 0;\nSET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO';\n";
foreach ( $wpdb->get_col( 'SHOW TABLES' ) as $lernwelt_table ) {
	$lernwelt_row = $wpdb->get_row( $wpdb->prepare( 'SHOW CREATE TABLE %i', $lernwelt_table ), ARRAY_N );
	// The driver says utf8, in which no emoji fits, of tables that were made without a character set, and names a collation
	// of MySQL 8 that MariaDB doesn't know.
	$lernwelt_create = preg_replace( [ '/(DEFAULT CHARSET=)utf8(?:mb3)? COLLATE=utf8(?:mb3)?_general_ci/', '/utf8mb4_0900_ai_ci/' ], [ '$1utf8mb4 COLLATE=utf8mb4_unicode_520_ci', 'utf8mb4_unicode_520_ci' ], $lernwelt_row[1] );
	printf( "DROP TABLE IF EXISTS `%s`;\n%s;\n", $lernwelt_table, $lernwelt_create );
	$lernwelt_offset = 0;
	do {
		$lernwelt_rows = $wpdb->get_results( $wpdb->prepare( 'SELECT * FROM %i LIMIT %d, 200', $lernwelt_table, $lernwelt_offset ), ARRAY_A );
		foreach ( $lernwelt_rows as $lernwelt_record ) {
			$lernwelt_columns = implode( '`, `', array_keys( $lernwelt_record ) );
			printf( "INSERT INTO `%s` (`%s`) VALUES (%s);\n", $lernwelt_table, $lernwelt_columns, implode( ', ', array_map( $lernwelt_value, $lernwelt_record ) ) );
		}
		$lernwelt_offset += 200;
	} while ( 200 === count( $lernwelt_rows ) );
}
echo "SET FOREIGN_KEY_CHECKS = 1;\n";
