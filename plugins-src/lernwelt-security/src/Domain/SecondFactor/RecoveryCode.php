<?php
/**
 * Codes for the day the phone is gone.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\SecondFactor;

/** Ten characters without look-alikes: 49 bits, far more than the throttle lets anybody guess. */
final class RecoveryCode {

	/** How many somebody gets. */
	public const COUNT = 10;

	private const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

	private const LENGTH = 10;

	/** A new one, e.g. `k7m2p-9xq4r`. */
	public static function random(): string {
		$code = '';
		for ( $place = 0; $place < self::LENGTH; ++$place ) {
			$code .= self::ALPHABET[ random_int( 0, strlen( self::ALPHABET ) - 1 ) ];
		}
		return substr( $code, 0, 5 ) . '-' . substr( $code, 5 );
	}

	/**
	 * What was typed, without what people add or leave out; '' when it can't be a code.
	 *
	 * @param string $typed Text.
	 */
	public static function plain( string $typed ): string {
		$code = strtolower( (string) preg_replace( '/[\s-]+/', '', $typed ) );
		return self::LENGTH === strlen( $code ) && self::LENGTH === strspn( $code, self::ALPHABET ) ? $code : '';
	}
}
