<?php
/**
 * A line of a CSV file.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Cli;

/** In the way German Excel reads it, and never as a formula. */
final readonly class CsvLine {

	/**
	 * One line with its end.
	 *
	 * @param list<string|int> $cells Cells.
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
