<?php
/**
 * The matrix as a table to download.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use Lernwelt\Security\Domain\Roles\Matrix;

/** What counts on one portal: a row for each right, a column for each role. */
final class MatrixRows {

	/**
	 * Headings and rows.
	 *
	 * @param Matrix $matrix Matrix.
	 * @return iterable<list<string>>
	 */
	public static function of( Matrix $matrix ): iterable {
		yield [ __( 'Area', 'lernwelt-security' ), __( 'Right', 'lernwelt-security' ), __( 'Technical name', 'lernwelt-security' ), ...array_map( RoleNames::of( ... ), $matrix->roles ) ];
		foreach ( $matrix->rights as $right ) {
			$cells = array_map( static fn ( string $role ): string => $matrix->cell( $role, $right )->granted ? __( 'yes', 'lernwelt-security' ) : __( 'no', 'lernwelt-security' ), $matrix->roles );
			yield [ $right->group, $right->label, $right->name, ...$cells ];
		}
	}
}
