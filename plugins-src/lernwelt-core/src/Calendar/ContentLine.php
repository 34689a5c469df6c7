<?php
/**
 * Lines of calendar files.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Calendar;

/** Writes values and lines as RFC 5545 wants them. */
final class ContentLine {

	/** Longest line in bytes, without its end. */
	private const LENGTH = 75;

	/**
	 * A text as a value. What can't stand in a file – broken UTF-8, control characters – is left out.
	 *
	 * @param string $text Text with any line ends.
	 */
	public static function text( string $text ): string {
		$text = str_replace( [ "\r\n", "\r" ], "\n", mb_scrub( $text, 'UTF-8' ) );
		$text = (string) preg_replace( '/[\x00-\x08\x0B-\x1F\x7F]/', '', $text );
		return strtr( $text, [ '\\' => '\\\\', ';' => '\;', ',' => '\,', "\n" => '\n' ] );
	}

	/**
	 * A text as a parameter, in quotation marks, which it can't hold itself.
	 *
	 * @param string $text Text of one line.
	 */
	public static function parameter( string $text ): string {
		return '"' . (string) preg_replace( '/[\x00-\x1F\x7F"]/', '', mb_scrub( $text, 'UTF-8' ) ) . '"';
	}

	/**
	 * Lines, each ended and folded between characters.
	 *
	 * @param list<string> $lines Lines of any length.
	 */
	public static function fold( array $lines ): string {
		$text = '';
		foreach ( $lines as $line ) {
			$first = mb_strcut( $line, 0, self::LENGTH, 'UTF-8' );
			$text .= $first . "\r\n";
			$rest  = substr( $line, strlen( $first ) );
			while ( '' !== $rest ) {
				// The space that says "goes on" counts.
				$part  = mb_strcut( $rest, 0, self::LENGTH - 1, 'UTF-8' );
				$text .= " $part\r\n";
				$rest  = substr( $rest, strlen( $part ) );
			}
		}
		return $text;
	}
}
