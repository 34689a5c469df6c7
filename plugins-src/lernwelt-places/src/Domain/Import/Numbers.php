<?php
/**
 * Numbers as people write them.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** Reads numbers with German or English signs. */
final class Numbers {

	/**
	 * @param string  $text    E.g. `1.234,5` or `51.4825`.
	 * @param Decimal $decimal Sign in front of the fraction.
	 * @return ?float Null when it is no number.
	 */
	public static function read( string $text, Decimal $decimal ): ?float {
		$text = (string) preg_replace( '/[\s\x{00A0}\x{202F}\']+/u', '', $text );
		$sign = match ( $decimal ) {
			Decimal::Comma => ',',
			Decimal::Point => '.',
			Decimal::Auto  => self::last_sign( $text ),
		};
		$group = ',' === $sign ? '\.' : ',';
		if ( 1 !== preg_match( '/^[+-]?(?:\d+|\d{1,3}(?:' . $group . '\d{3})+)?(?:' . ( ',' === $sign ? ',' : '\.' ) . '\d+)?(?:[eE][+-]?\d{1,2})?$/D', $text ) || 1 !== preg_match( '/\d/', $text ) ) {
			return null;
		}
		return (float) str_replace( [ stripslashes( $group ), $sign ], [ '', '.' ], $text );
	}

	/** The last sign separates the fraction, unless it occurs twice. */
	private static function last_sign( string $text ): string {
		$comma = strrpos( $text, ',' );
		$point = strrpos( $text, '.' );
		$last  = ( false === $comma ? -1 : $comma ) > ( false === $point ? -1 : $point ) ? ',' : '.';
		return substr_count( $text, $last ) > 1 ? ( ',' === $last ? '.' : ',' ) : $last;
	}

	/**
	 * Digits without group signs and with a point: `1234.5`.
	 *
	 * @param float $number Number.
	 */
	public static function plain( float $number ): string {
		$text = sprintf( '%.10F', $number );
		return rtrim( rtrim( $text, '0' ), '.' );
	}
}
