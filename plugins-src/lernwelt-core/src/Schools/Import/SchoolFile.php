<?php
/**
 * The schools of a file.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Schools\Import;

use Lernwelt\Core\Schools\InvalidSchool;
use Lernwelt\Core\Schools\School;
use Lernwelt\Core\Schools\SchoolProblem;

/** A school register as a CSV file: UTF-8 or Windows-1252, semicolons, commas or tabs, headings in any order. Pure. */
final class SchoolFile {

	/** Most bytes: some ten thousand schools. */
	public const BYTES = 2_000_000;

	/** Columns without which nothing can be read. */
	private const NEEDED = [ Column::Number, Column::Name, Column::Type ];

	/** @var array<string, School> By number. */
	public array $schools = [];

	/** @var list<RowProblem> */
	public array $problems = [];

	/** @var array<string, int> Column → place in the row. */
	private readonly array $places;

	/**
	 * @param string $bytes The file.
	 * @throws FileRefused When it isn't a table with the headings that are needed, or has no row.
	 */
	public function __construct( string $bytes ) {
		$rows         = self::rows( self::text( $bytes ) );
		$this->places = self::places( array_shift( $rows )['cells'] ?? [] );
		foreach ( $rows as $row ) {
			$this->take( $row['line'], $row['cells'] );
		}
		if ( [] === $this->schools && [] === $this->problems ) {
			throw new FileRefused( FileRefused::EMPTY );
		}
	}

	/**
	 * @param int          $line  Line.
	 * @param list<string> $cells Cells.
	 */
	private function take( int $line, array $cells ): void {
		try {
			if ( [] !== array_filter( self::NEEDED, fn ( Column $column ): bool => ! isset( $cells[ $this->places[ $column->value ] ] ) ) ) {
				throw new InvalidSchool( SchoolProblem::CellsMissing );
			}
			$school = new School(
				$this->cell( $cells, Column::Number ),
				$this->cell( $cells, Column::Name ),
				Words::type( $this->cell( $cells, Column::Type ) ),
				Words::district( $this->cell( $cells, Column::District ) ),
				Words::yes( $this->cell( $cells, Column::Startchancen ) )
			);
			if ( isset( $this->schools[ $school->number ] ) ) {
				throw new InvalidSchool( SchoolProblem::NumberTwice );
			}
			$this->schools[ $school->number ] = $school;
		} catch ( InvalidSchool $refused ) {
			$this->problems[] = new RowProblem( $line, $refused->problem, mb_substr( $this->culprit( $cells, $refused->problem ), 0, 80 ) );
		}
	}

	/**
	 * @param list<string>  $cells   Cells.
	 * @param SchoolProblem $problem What is wrong.
	 * @return string What to show of the row.
	 */
	private function culprit( array $cells, SchoolProblem $problem ): string {
		return match ( $problem ) {
			SchoolProblem::NumberMissing, SchoolProblem::NumberInvalid, SchoolProblem::NumberTwice => $this->cell( $cells, Column::Number ),
			SchoolProblem::NameMissing, SchoolProblem::NameInvalid => $this->cell( $cells, Column::Name ),
			SchoolProblem::TypeMissing, SchoolProblem::TypeUnknown => $this->cell( $cells, Column::Type ),
			SchoolProblem::DistrictUnknown     => $this->cell( $cells, Column::District ),
			SchoolProblem::StartchancenUnknown => $this->cell( $cells, Column::Startchancen ),
			SchoolProblem::CellsMissing        => implode( ' | ', $cells ),
		};
	}

	/**
	 * @param list<string> $cells  Cells.
	 * @param Column       $column Column.
	 */
	private function cell( array $cells, Column $column ): string {
		return $cells[ $this->places[ $column->value ] ?? -1 ] ?? '';
	}

	private static function text( string $bytes ): string {
		if ( strlen( $bytes ) > self::BYTES ) {
			throw new FileRefused( FileRefused::LARGE );
		}
		if ( ! mb_check_encoding( $bytes, 'UTF-8' ) ) {
			$bytes = mb_convert_encoding( $bytes, 'UTF-8', 'Windows-1252' );
		}
		// Spreadsheets (xlsx, ods) are ZIP archives and full of control characters.
		if ( 1 === preg_match( '/[\x00-\x08\x0E-\x1F]/', $bytes ) ) {
			throw new FileRefused( FileRefused::NO_TEXT );
		}
		return str_starts_with( $bytes, "\xEF\xBB\xBF" ) ? substr( $bytes, 3 ) : $bytes;
	}

	/**
	 * @param string $text UTF-8.
	 * @return list<array{line: int, cells: list<string>}> Rows that aren't empty.
	 */
	private static function rows( string $text ): array {
		$lines     = explode( "\n", str_replace( [ "\r\n", "\r" ], "\n", $text ) );
		$separator = self::separator( $lines[0] );
		$rows      = [];
		$record    = '';
		$begin     = 1;
		foreach ( $lines as $index => $line ) {
			$record .= ( '' === $record ? '' : "\n" ) . $line;
			// An odd number of quotation marks: the cell goes on in the next line.
			if ( 1 === substr_count( $record, '"' ) % 2 && $index + 1 < count( $lines ) ) {
				continue;
			}
			$cells = array_map( static fn ( ?string $cell ): string => trim( (string) $cell ), str_getcsv( $record, $separator, '"', '' ) );
			if ( '' !== implode( '', $cells ) ) {
				$rows[] = [ 'line' => $begin, 'cells' => $cells ];
			}
			$record = '';
			$begin  = $index + 2;
		}
		return $rows;
	}

	private static function separator( string $heading ): string {
		$counts = [ ';' => substr_count( $heading, ';' ), ',' => substr_count( $heading, ',' ), "\t" => substr_count( $heading, "\t" ) ];
		return (string) array_search( max( $counts ), $counts, true );
	}

	/**
	 * @param list<string> $headings First row.
	 * @return array<string, int>
	 */
	private static function places( array $headings ): array {
		$places = [];
		foreach ( $headings as $place => $heading ) {
			$column = Column::with( $heading );
			if ( null === $column ) {
				continue;
			}
			if ( isset( $places[ $column->value ] ) ) {
				throw new FileRefused( FileRefused::TWICE, [ $column->value ] );
			}
			$places[ $column->value ] = $place;
		}
		$missing = array_values( array_filter( self::NEEDED, static fn ( Column $column ): bool => ! isset( $places[ $column->value ] ) ) );
		if ( [] !== $missing ) {
			throw [] === $headings ? new FileRefused( FileRefused::EMPTY ) : new FileRefused( FileRefused::COLUMNS, array_column( $missing, 'value' ) );
		}
		return $places;
	}
}
