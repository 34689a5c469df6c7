<?php
/**
 * Base32.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\SecondFactor;

use InvalidArgumentException;

/** Writes bytes with letters and digits that people can copy, as RFC 4648 has it. */
final class Base32 {

	private const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

	/**
	 * @param string $bytes Bytes, a multiple of five.
	 */
	public static function encode( string $bytes ): string {
		$bits = '';
		foreach ( str_split( $bytes ) as $byte ) {
			$bits .= str_pad( decbin( ord( $byte ) ), 8, '0', STR_PAD_LEFT );
		}
		return implode( '', array_map( static fn ( string $five ): string => self::ALPHABET[ (int) bindec( str_pad( $five, 5, '0' ) ) ], str_split( $bits, 5 ) ) );
	}

	/**
	 * @param string $text Letters and digits; spaces don't count.
	 * @throws InvalidArgumentException When there is another character in it.
	 */
	public static function decode( string $text ): string {
		$text = rtrim( strtoupper( str_replace( ' ', '', $text ) ), '=' );
		if ( '' === $text || strlen( $text ) !== strspn( $text, self::ALPHABET ) ) {
			throw new InvalidArgumentException( 'That is no Base32.' );
		}
		$bits = '';
		foreach ( str_split( $text ) as $character ) {
			$bits .= str_pad( decbin( (int) strpos( self::ALPHABET, $character ) ), 5, '0', STR_PAD_LEFT );
		}
		$whole = array_filter( str_split( $bits, 8 ), static fn ( string $byte ): bool => 8 === strlen( $byte ) );
		return implode( '', array_map( static fn ( string $byte ): string => chr( (int) bindec( $byte ) ), $whole ) );
	}
}
