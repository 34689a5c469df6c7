<?php
/**
 * The matrix as a table to download.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use Lernwelt\Security\Domain\Roles\Matrix;

/** What counts on one portal, the way German Excel reads it: UTF-8 with BOM and semicolons. */
final class MatrixCsv {

	/**
	 * The whole file.
	 *
	 * @param Matrix $matrix Matrix.
	 */
	public static function of( Matrix $matrix ): string {
		$lines = [ [ __( 'Area', 'lernwelt-security' ), __( 'Right', 'lernwelt-security' ), __( 'Technical name', 'lernwelt-security' ), ...array_map( RoleNames::of( ... ), $matrix->roles ) ] ];
		foreach ( $matrix->rights as $right ) {
			$cells   = array_map( static fn ( string $role ): string => $matrix->cell( $role, $right )->granted ? __( 'yes', 'lernwelt-security' ) : __( 'no', 'lernwelt-security' ), $matrix->roles );
			$lines[] = [ $right->group, $right->label, $right->name, ...$cells ];
		}
		$text = "\xEF\xBB\xBF";
		foreach ( $lines as $line ) {
			$text .= implode( ';', array_map( self::cell( ... ), $line ) ) . "\r\n";
		}
		return $text;
	}

	/** Quoted; what a spreadsheet would take for a formula gets an apostrophe in front, in wide signs and broken text too. */
	private static function cell( string $text ): string {
		if ( 0 !== preg_match( '/^\s*[=+\-@|%\t\r\n＝＋－＠]/u', $text ) ) {
			$text = "'$text";
		}
		return '"' . str_replace( '"', '""', $text ) . '"';
	}
}
