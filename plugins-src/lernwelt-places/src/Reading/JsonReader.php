<?php
/**
 * Reads JSON files.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use Lernwelt\Places\Domain\Import\FindingCode;
use Lernwelt\Places\Domain\Import\Fields;
use Lernwelt\Places\Domain\Import\RawText;
use Lernwelt\Places\Domain\Import\Row;
use Lernwelt\Places\Domain\Import\RowReader;
use Lernwelt\Places\Domain\Import\UnreadableInput;

/**
 * JSON with the records in a list or an object somewhere in it. In an object the name of each record is its field
 * `@key`. Records are decoded one at a time.
 */
final readonly class JsonReader implements RowReader {

	/** Field with the name of a record within an object. */
	public const KEY = '@key';

	private TextFile $file;

	/**
	 * @param string $file Path of the file.
	 * @param string $path Path to the records, names with dots between them; '' for the document itself.
	 * @throws UnreadableInput When the file is missing, empty or no text.
	 */
	public function __construct( string $file, private string $path = '' ) {
		$this->file = new TextFile( $file );
	}

	/**
	 * The records in the order of the file.
	 *
	 * @param int $skip Records to leave out at the beginning.
	 * @return iterable<Row>
	 * @throws UnreadableInput When it is no JSON, or the path leads to no records.
	 */
	public function rows( int $skip = 0 ): iterable {
		$handle = $this->file->open();
		$number = 0;
		try {
			foreach ( JsonElements::in( $handle, $this->path ) as [ $name, $text, $head ] ) {
				if ( ++$number > $skip ) {
					yield null === $text ? new Row( $number, [], FindingCode::RecordTooLarge, RawText::of( $head ) ) : self::row( $number, $name, $text );
				}
			}
		} catch ( BrokenJson $broken ) {
			if ( ++$number > $skip ) {
				yield new Row( $number, [], FindingCode::Truncated, RawText::of( $broken->raw ) );
			}
		} finally {
			fclose( $handle );
		}
	}

	/** Number of records. */
	public function count(): int {
		$handle = $this->file->open();
		$count  = 0;
		try {
			foreach ( JsonElements::in( $handle, $this->path ) as $element ) {
				$count += [] === $element ? 0 : 1;
			}
		} catch ( BrokenJson ) {
			++$count;
		} finally {
			fclose( $handle );
		}
		return $count;
	}

	/** SHA-256 of the file. */
	public function fingerprint(): string {
		return $this->file->fingerprint();
	}

	/**
	 * Names of the first 100 records, with dots between levels.
	 *
	 * @return list<string>
	 * @throws UnreadableInput When it is no JSON, or the path leads to no records.
	 */
	public function columns(): array {
		return Fields::names( $this->rows() );
	}

	private static function row( int $number, string $name, string $text ): Row {
		$values  = json_decode( $text, true, 64, JSON_BIGINT_AS_STRING );
		$problem = match ( json_last_error() ) {
			JSON_ERROR_NONE                                              => null,
			JSON_ERROR_UTF8, JSON_ERROR_UTF16                            => FindingCode::InvalidUtf8,
			default                                                      => FindingCode::InvalidJson,
		};
		if ( FindingCode::InvalidUtf8 === $problem ) {
			$values = json_decode( $text, true, 64, JSON_BIGINT_AS_STRING | JSON_INVALID_UTF8_SUBSTITUTE );
		}
		if ( ! is_array( $values ) || ( [] !== $values && array_is_list( $values ) ) ) {
			return new Row( $number, [], $problem ?? FindingCode::NotARecord, RawText::of( $text ) );
		}
		$named = [];
		foreach ( $values as $field => $value ) {
			$named[ (string) $field ] = $value;
		}
		if ( '' !== $name ) {
			$named[ self::KEY ] = $name;
		}
		return new Row( $number, $named, $problem, null === $problem ? mb_strcut( $text, 0, Row::MAX_RAW ) : RawText::of( $text ) );
	}
}
