<?php
/**
 * Reads CSV files.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use Lernwelt\Places\Domain\Import\Encoding;
use Lernwelt\Places\Domain\Import\FindingCode;
use Lernwelt\Places\Domain\Import\InputProblem;
use Lernwelt\Places\Domain\Import\RawText;
use Lernwelt\Places\Domain\Import\Row;
use Lernwelt\Places\Domain\Import\RowReader;
use Lernwelt\Places\Domain\Import\UnreadableInput;

/**
 * CSV with any delimiter, in UTF-8 or Windows-1252, with breaks in quoted fields. The first record names the columns.
 * Lines without any value are no records.
 */
final class CsvReader implements RowReader {

	/** Columns at most. */
	public const MAX_COLUMNS = 1000;

	private readonly TextFile $file;
	private readonly CsvRecords $records;

	/**
	 * @param string   $path      Path.
	 * @param string   $delimiter Sign between columns, '' to find out.
	 * @param Encoding $encoding  Encoding.
	 * @throws UnreadableInput When the file is missing, empty or no text.
	 */
	public function __construct( string $path, string $delimiter = '', Encoding $encoding = Encoding::Auto ) {
		$this->file    = new TextFile( $path );
		$this->records = new CsvRecords( $this->file, new CsvDialect( $this->file, $delimiter, $encoding ) );
	}

	/**
	 * The records in the order of the file.
	 *
	 * @param int $skip Records to leave out at the beginning.
	 * @return iterable<Row>
	 * @throws UnreadableInput When the first line names no columns, or more than 1,000.
	 */
	public function rows( int $skip = 0 ): iterable {
		$names = null;
		foreach ( $this->records->all() as [ $line, $fields, $problem, $text ] ) {
			if ( null === $names ) {
				$names = self::names( $fields, $problem );
				continue;
			}
			if ( $skip > 0 ) {
				--$skip;
				continue;
			}
			yield self::row( $names, $line, $fields, $problem, $text );
		}
	}

	/** Number of records. */
	public function count(): int {
		$count = -1;
		foreach ( $this->records->all() as $record ) {
			$count += [] === $record ? 0 : 1;
		}
		return max( 0, $count );
	}

	/** SHA-256 of the file. */
	public function fingerprint(): string {
		return $this->file->fingerprint();
	}

	/**
	 * The names in the first line.
	 *
	 * @return list<string>
	 * @throws UnreadableInput When there are none, or more than 1,000.
	 */
	public function columns(): array {
		foreach ( $this->records->all() as [ , $fields, $problem ] ) {
			return self::names( $fields, $problem );
		}
		throw new UnreadableInput( InputProblem::BadHeader );
	}

	/**
	 * A column without a name gets its number, a second one of the same name too.
	 *
	 * @param list<string> $fields Fields of the header.
	 * @return list<string>
	 */
	private static function names( array $fields, ?FindingCode $problem ): array {
		if ( null !== $problem || [] === $fields ) {
			throw new UnreadableInput( InputProblem::BadHeader, null === $problem ? '' : $problem->value );
		}
		if ( count( $fields ) > self::MAX_COLUMNS ) {
			throw new UnreadableInput( InputProblem::BadHeader, 'too_many_columns' );
		}
		$names = [];
		$taken = [];
		foreach ( $fields as $index => $name ) {
			$name           = trim( $name );
			$name           = '' === $name || isset( $taken[ $name ] ) ? "$name#" . ( $index + 1 ) : $name;
			$taken[ $name ] = true;
			$names[]        = $name;
		}
		return $names;
	}

	/**
	 * @param list<string> $names  Columns.
	 * @param list<string> $fields Fields.
	 */
	private static function row( array $names, int $line, array $fields, ?FindingCode $problem, string $text ): Row {
		$width = count( $names );
		$extra = array_splice( $fields, $width );
		if ( null === $problem ) {
			$problem = match ( true ) {
				count( $fields ) < $width          => FindingCode::TooFewColumns,
				'' !== trim( implode( '', $extra ) ) => FindingCode::TooManyColumns,
				default                            => null,
			};
		}
		if ( null === $problem ) {
			return new Row( $line, array_combine( $names, $fields ), null, mb_strcut( $text, 0, Row::MAX_RAW ) );
		}
		$known = array_combine( array_slice( $names, 0, count( $fields ) ), array_map( RawText::of( ... ), $fields ) );
		return new Row( $line, $known, $problem, RawText::of( $text ) );
	}
}
