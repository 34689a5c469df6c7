<?php
/**
 * Makes any bytes readable.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** Text for the report of what stood in an input: shortened, valid UTF-8, invisible bytes as `\xNN`. */
final class RawText {

	/**
	 * @param string $bytes Any bytes.
	 * @return string At most {@see Row::MAX_RAW} characters.
	 */
	public static function of( string $bytes ): string {
		$start = substr( $bytes, 0, 4 * Row::MAX_RAW + 4 );
		if ( 1 === preg_match( '/^[^\x00-\x08\x0B\x0C\x0E-\x1F\x7F]*$/uD', $start ) ) {
			return mb_substr( $start, 0, Row::MAX_RAW );
		}
		// Good characters stay, every other byte is written as a number.
		$visible = preg_replace_callback(
			'/[\x09\x0A\x0D\x20-\x7E]++|[\xC2-\xDF][\x80-\xBF]|\xE0[\xA0-\xBF][\x80-\xBF]|[\xE1-\xEC\xEE\xEF][\x80-\xBF]{2}|\xED[\x80-\x9F][\x80-\xBF]|\xF0[\x90-\xBF][\x80-\xBF]{2}|[\xF1-\xF3][\x80-\xBF]{3}|\xF4[\x80-\x8F][\x80-\xBF]{2}|(.)/s',
			static fn ( array $found ): string => isset( $found[1] ) ? sprintf( '\x%02X', ord( $found[1] ) ) : $found[0],
			$start
		);
		return mb_substr( (string) $visible, 0, Row::MAX_RAW );
	}
}
