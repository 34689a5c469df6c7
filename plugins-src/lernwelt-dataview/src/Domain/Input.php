<?php
/**
 * What somebody else wrote, made safe to work with.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Domain;

/** Reads texts and lists out of addresses and block attributes; what is malformed counts as not given. */
final class Input {

	/** Longest text, in characters. */
	public const MAX_LENGTH = 100;

	/** Most values of one list. */
	public const MAX_VALUES = 50;

	/**
	 * One line of text; '' for anything else.
	 *
	 * @param mixed $value What was given.
	 */
	public static function text( mixed $value ): string {
		if ( is_int( $value ) ) {
			return (string) $value;
		}
		if ( ! is_string( $value ) || strlen( $value ) > 4 * self::MAX_LENGTH || 1 !== preg_match( '//u', $value ) ) {
			return '';
		}
		$line = trim( (string) preg_replace( '/[\s\p{C}]+/u', ' ', $value ) );
		return mb_strlen( $line ) > self::MAX_LENGTH ? '' : $line;
	}

	/**
	 * Texts of a list, each once and none empty; a single text is a list of one.
	 *
	 * @param mixed $value What was given.
	 * @return list<string>
	 */
	public static function texts( mixed $value ): array {
		$all = is_array( $value ) ? array_slice( $value, 0, self::MAX_VALUES ) : [ $value ];
		return array_values( array_unique( array_filter( array_map( self::text( ... ), $all ), static fn ( string $text ): bool => '' !== $text ) ) );
	}
}
