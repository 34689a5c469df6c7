<?php
/**
 * How a CSV file is written.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use Lernwelt\Places\Domain\Import\Encoding;

/** Delimiter and encoding of a file, as the mapping says or as the beginning of the file looks. */
final readonly class CsvDialect {
	private const DELIMITERS = [ ';', ',', "\t", '|' ];

	/** Bytes that mean nothing in Windows-1252. */
	private const UNDEFINED = '/[\x81\x8D\x8F\x90\x9D]/';

	/** Sign between columns. */
	public string $delimiter;

	/** UTF-8 or Windows-1252. */
	public Encoding $encoding;

	/** Sign between lines; old programs on a Mac write only "\r". */
	public string $ending;

	/**
	 * @param TextFile $file      File.
	 * @param string   $delimiter Sign between columns, '' to find out.
	 * @param Encoding $encoding  Encoding.
	 */
	public function __construct( TextFile $file, string $delimiter, Encoding $encoding ) {
		$this->ending    = ! str_contains( $file->sample, "\n" ) && str_contains( $file->sample, "\r" ) ? "\r" : "\n";
		$this->delimiter = '' === $delimiter ? self::find_delimiter( $file->sample, $this->ending ) : $delimiter;
		$this->encoding  = match ( true ) {
			$file->marked                => Encoding::Utf8,
			Encoding::Auto === $encoding => self::find_encoding( $file->sample ),
			default                      => $encoding,
		};
	}

	/** Whether the bytes are Windows-1252. */
	public function is_windows(): bool {
		return Encoding::Windows1252 === $this->encoding;
	}

	/**
	 * Turns a line into UTF-8.
	 *
	 * @param string $line Line as it is in the file.
	 * @return array{string, bool} The line, and whether all of it was text; if not, bad bytes are still in it.
	 */
	public function decode( string $line ): array {
		if ( Encoding::Windows1252 !== $this->encoding ) {
			return [ $line, mb_check_encoding( $line, 'UTF-8' ) ];
		}
		if ( 1 === preg_match( self::UNDEFINED, $line ) ) {
			return [ $line, false ];
		}
		return [ (string) mb_convert_encoding( $line, 'UTF-8', 'Windows-1252' ), true ];
	}

	/**
	 * The `sep=;` that Excel understands in a first line.
	 *
	 * @param string $line First line.
	 * @return ?string Delimiter, null when the line is an ordinary one.
	 */
	public static function announced( string $line ): ?string {
		return 1 === preg_match( '/^"?sep=(.)"?\s*$/Di', $line, $found ) ? $found[1] : null;
	}

	private static function find_delimiter( string $sample, string $ending ): string {
		$announced = self::announced( (string) strtok( $sample, "\r\n" ) );
		if ( null !== $announced ) {
			return $announced;
		}
		$best  = ',';
		$score = 0;
		foreach ( self::DELIMITERS as $delimiter ) {
			$counts = self::columns( $sample, $delimiter, $ending );
			$header = $counts[0] ?? 1;
			$same   = count( array_keys( $counts, $header, true ) );
			// Lines that agree with the header decide; among equals the sign that makes more columns.
			$points = $header > 1 ? 1000 * $same / count( $counts ) + min( $header, 99 ) : 0;
			if ( $points > $score ) {
				[ $best, $score ] = [ $delimiter, $points ];
			}
		}
		return $best;
	}

	/**
	 * @return list<int> Columns of the first records.
	 */
	private static function columns( string $sample, string $delimiter, string $ending ): array {
		$counts = [];
		$record = new CsvRecord( $delimiter );
		foreach ( array_slice( explode( "\r" === $ending ? "\r" : "\n", substr( $sample, 0, 65_536 ) ), 0, 200 ) as $line ) {
			$line = rtrim( $line, "\r" );
			if ( '' === $line && ! $record->open ) {
				continue;
			}
			$record->feed( $line );
			if ( $record->bad ) {
				$record = new CsvRecord( $delimiter );
			} elseif ( ! $record->open ) {
				$counts[] = count( $record->fields );
				$record   = new CsvRecord( $delimiter );
			}
			if ( count( $counts ) >= 30 ) {
				break;
			}
		}
		return $counts;
	}

	/** A file of UTF-8 may have bad rows and one of Windows-1252 may look valid in places: the majority decides. */
	private static function find_encoding( string $sample ): Encoding {
		$good = (int) preg_match_all( '/[\xC2-\xDF][\x80-\xBF]|[\xE1-\xEC\xEE\xEF][\x80-\xBF]{2}|\xE0[\xA0-\xBF][\x80-\xBF]|\xED[\x80-\x9F][\x80-\xBF]|[\xF0-\xF4][\x80-\xBF]{3}/', $sample );
		$rest = (string) preg_replace( '/[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}/', '', $sample );
		return $good >= (int) preg_match_all( '/[\x80-\xFF]/', $rest ) ? Encoding::Utf8 : Encoding::Windows1252;
	}
}
