<?php
/**
 * Words of a school import.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Schools\Import;

use Lernwelt\Core\Schools\SchoolProblem;

/** Says in words what is wrong with a file or a line; for screens and command line. */
final class ProblemWords {

	/**
	 * Why a line was not taken over.
	 *
	 * @param SchoolProblem $problem What is wrong.
	 * @return string A sentence.
	 */
	public static function of_line( SchoolProblem $problem ): string {
		return match ( $problem ) {
			SchoolProblem::NumberMissing       => __( 'The school number is missing.', 'lernwelt-core' ),
			SchoolProblem::NumberInvalid       => __( 'This is no school number: up to 40 letters and digits, also “.”, “/” and “-”.', 'lernwelt-core' ),
			SchoolProblem::NumberTwice         => __( 'This number stands in the file more than once; the first line counts.', 'lernwelt-core' ),
			SchoolProblem::NameMissing         => __( 'The name is missing.', 'lernwelt-core' ),
			SchoolProblem::NameInvalid         => __( 'The name is longer than 150 characters or contains signs that are not allowed, such as “<” or a line break.', 'lernwelt-core' ),
			SchoolProblem::TypeMissing         => __( 'The school type is missing.', 'lernwelt-core' ),
			SchoolProblem::TypeUnknown         => __( 'This school type is unknown.', 'lernwelt-core' ),
			SchoolProblem::DistrictUnknown     => __( 'There is no district or city of this name in Saxony-Anhalt.', 'lernwelt-core' ),
			SchoolProblem::StartchancenUnknown => __( '“Startchancen” must be “ja” or “nein” or empty.', 'lernwelt-core' ),
			SchoolProblem::CellsMissing        => __( 'The line has too few cells.', 'lernwelt-core' ),
		};
	}

	/**
	 * Why a whole file was refused.
	 *
	 * @param FileRefused|PruneRefused $refused Refusal.
	 * @return string A sentence.
	 */
	public static function of_file( FileRefused|PruneRefused $refused ): string {
		if ( $refused instanceof PruneRefused ) {
			return __( 'Nothing was changed: schools that are missing in the file can only be removed when all of its lines are right, because a wrong line could be theirs.', 'lernwelt-core' );
		}
		$columns = implode( ', ', array_map( static fn ( string $name ): string => "„{$name}“", $refused->columns ) );
		return match ( $refused->reason ) {
			FileRefused::EMPTY   => __( 'The file contains no schools.', 'lernwelt-core' ),
			FileRefused::LARGE   => __( 'The file is larger than 2 MB.', 'lernwelt-core' ),
			FileRefused::NO_TEXT => __( 'This is no CSV file. Please save the table as “CSV UTF-8” in your spreadsheet program.', 'lernwelt-core' ),
			/* translators: %s: names of columns. */
			FileRefused::COLUMNS => sprintf( __( 'Columns are missing in the first line: %s.', 'lernwelt-core' ), $columns ),
			/* translators: %s: name of a column. */
			FileRefused::TWICE   => sprintf( __( 'This column is there twice: %s.', 'lernwelt-core' ), $columns ),
		};
	}
}
