<?php
/**
 * Records of a CSV file.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use Lernwelt\Places\Domain\Import\FindingCode;

/** Finds where records begin and end, and goes on at the next line when one is broken. */
final readonly class CsvRecords {

	/**
	 * @param TextFile   $file    File.
	 * @param CsvDialect $dialect How it is written.
	 */
	public function __construct( private TextFile $file, private CsvDialect $dialect ) {}

	/**
	 * All records with anything in them, the header too.
	 *
	 * @return iterable<array{int, list<string>, ?FindingCode, string}> Line, fields, problem, text of the record.
	 */
	public function all(): iterable {
		$handle  = $this->file->open();
		$lines   = new Lines( $handle, $this->dialect->ending );
		$columns = 0;
		for ( $first = $lines->next(); null !== $first; $first = $lines->next() ) {
			if ( 1 === $lines->number && null !== CsvDialect::announced( $first ) ) {
				continue;
			}
			$record = $lines->cut ? $this->beginning( $lines->number, $first ) : $this->record( $lines, $first, $columns );
			if ( null === $record[2] && '' === trim( implode( '', $record[1] ) ) ) {
				continue;
			}
			$columns = 0 === $columns ? count( $record[1] ) : $columns;
			yield $record;
		}
		fclose( $handle );
	}

	/**
	 * What can be told of a line that is too large: the first fields, with which id it has.
	 *
	 * @return array{int, list<string>, ?FindingCode, string}
	 */
	private function beginning( int $number, string $line ): array {
		[ $text ] = $this->dialect->decode( substr( $line, 0, 4000 ) );
		$record   = new CsvRecord( $this->dialect->delimiter );
		$record->feed( $text );
		// The last field is cut off.
		return [ $number, array_slice( $record->fields, 0, -1 ), FindingCode::RecordTooLarge, $text ];
	}

	/**
	 * Reads a record to its end.
	 *
	 * @return array{int, list<string>, ?FindingCode, string}
	 */
	private function record( Lines $lines, string $first, int $columns ): array {
		$number          = $lines->number;
		[ $text, $good ] = $this->dialect->decode( $first );
		$record          = new CsvRecord( $this->dialect->delimiter );
		$record->feed( $text );
		$more = [];
		$size = strlen( $first );
		while ( $record->open ) {
			$next = $lines->next();
			if ( null === $next || $lines->cut || $size + strlen( $next ) > Lines::MAX ) {
				return $this->unclosed( $lines, $columns, [ $number, $record->fields, $text ], $more, null === $next ? null : [ $lines->number, $next ] );
			}
			$more[]            = [ $lines->number, $next ];
			$size             += strlen( $next );
			[ $line, $decoded ] = $this->dialect->decode( $next );
			$good              = $good && $decoded;
			$text             .= strlen( $text ) < 4000 ? "\n$line" : '';
			$record->feed( $line );
		}
		if ( $record->bad ) {
			$lines->back( $more );
			return [ $number, $record->fields, FindingCode::BadQuotes, $this->readable( $first ) ];
		}
		if ( ! $good ) {
			return [ $number, $record->fields, FindingCode::InvalidUtf8, $this->readable( substr( $text, 0, 4000 ) ) ];
		}
		$problem = match ( true ) {
			str_contains( $text, "\0" )                                   => FindingCode::Binary,
			$lines->unended && count( $record->fields ) < $columns         => FindingCode::Truncated,
			default                                                       => null,
		};
		return [ $number, $record->fields, $problem, $text ];
	}

	/**
	 * A quoted field without end: either the file breaks off here, or a quotation mark is too many. In the second case
	 * the lines behind it are records of their own.
	 *
	 * @param Lines                            $lines   Lines.
	 * @param int                              $columns Columns of the header.
	 * @param array{int, list<string>, string} $first Number, fields so far and text of the record.
	 * @param list<array{int, string}>         $more  Lines that were taken for a part of it.
	 * @param ?array{int, string}              $last  The line that made it too large, null at the end of the file.
	 * @return array{int, list<string>, ?FindingCode, string}
	 */
	private function unclosed( Lines $lines, int $columns, array $first, array $more, ?array $last ): array {
		[ $number, $fields, $text ] = $first;
		$text                       = $this->readable( substr( $text, 0, 4000 ) );
		foreach ( array_slice( $more, 0, 1000 ) as [ , $line ] ) {
			$alone = new CsvRecord( $this->dialect->delimiter );
			$alone->feed( $line );
			if ( ! $alone->open && ! $alone->bad && $columns > 1 && count( $alone->fields ) === $columns ) {
				$lines->back( null === $last || $lines->cut ? $more : [ ...$more, $last ] );
				return [ $number, $fields, FindingCode::BadQuotes, (string) strtok( $text, "\n" ) ];
			}
		}
		if ( null === $last ) {
			return [ $number, $fields, FindingCode::Truncated, $text ];
		}
		// A record of more than 1 MB: go on behind its end. Where that is can't be told when the line was cut.
		$open = ! $lines->cut;
		for ( $line = $last[1]; $open && null !== $line; $line = $open ? $lines->next() : $line ) {
			$tail       = new CsvRecord( $this->dialect->delimiter );
			$tail->open = true;
			$tail->feed( $line );
			$open = $tail->open;
		}
		return [ $number, $fields, FindingCode::RecordTooLarge, $text ];
	}

	/** Text for the report, also of bytes that the encoding doesn't have. */
	private function readable( string $text ): string {
		$marked = (string) preg_replace_callback( '/[\x81\x8D\x8F\x90\x9D]/', static fn ( array $found ): string => sprintf( '\x%02X', ord( $found[0] ) ), $text );
		return mb_check_encoding( $text, 'UTF-8' ) || ! $this->dialect->is_windows() ? $text : (string) mb_convert_encoding( $marked, 'UTF-8', 'Windows-1252' );
	}
}
