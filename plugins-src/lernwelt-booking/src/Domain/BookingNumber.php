<?php
/**
 * Numbers of bookings.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** Ten letters and digits that can be read out on the phone (Crockford's Base32: no I, L, O, U) and not be guessed. */
final class BookingNumber {

	private const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

	/** A new one. */
	public static function random(): string {
		$number = '';
		for ( $place = 0; $place < 10; ++$place ) {
			$number .= self::SIGNS[ random_int( 0, 31 ) ];
		}
		return $number;
	}

	/**
	 * The number somebody typed: spaces, hyphens and small letters don't matter, and O is 0, I and L are 1.
	 *
	 * @param string $typed What they typed.
	 * @return string '' for none.
	 */
	public static function typed( string $typed ): string {
		$number = strtr( strtoupper( (string) preg_replace( '/[\s-]+/', '', $typed ) ), 'OIL', '011' );
		return 1 === preg_match( '/^[' . self::SIGNS . ']{10}$/D', $number ) ? $number : '';
	}
}
