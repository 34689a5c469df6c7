<?php
/**
 * A line of a CSV file.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/**
 * The way German Excel reads a table, UTF-8 with BOM and semicolons, and never as a formula. Every CSV file that leaves
 * the portals is made of these lines; {@see Rest\CsvResponse} answers a REST request with them.
 */
final class CsvLine {

	/** What a file begins with: without it Excel takes UTF-8 for the system's own signs. */
	private const BOM = "\xEF\xBB\xBF";

	/**
	 * A whole file, part by part: begin, then one line for each row. Memory holds one row at a time.
	 *
	 * @param iterable<list<string|int>> $rows Rows, the headings first.
	 * @return iterable<string> Bytes to print or write one after the other.
	 */
	public static function file( iterable $rows ): iterable {
		yield self::BOM;
		foreach ( $rows as $row ) {
			yield self::of( $row );
		}
	}

	/**
	 * One line with its end.
	 *
	 * @param list<string|int> $cells Cells. Numbers go in as int: what is text and begins like a formula gets an apostrophe in front.
	 */
	public static function of( array $cells ): string {
		return implode( ';', array_map( self::cell( ... ), $cells ) ) . "\r\n";
	}

	/** Quoted; what a spreadsheet would take for a formula gets an apostrophe in front, in wide signs and broken text too. */
	private static function cell( string|int $value ): string {
		$text = (string) $value;
		// The pattern fails at invalid UTF-8. Nobody knows what a spreadsheet reads there, so that is marked as well.
		if ( is_string( $value ) && 0 !== preg_match( '/^\s*[=+\-@|%\t\r\n＝＋－＠]/u', $text ) ) {
			$text = "'$text";
		}
		return '"' . str_replace( '"', '""', $text ) . '"';
	}
}
