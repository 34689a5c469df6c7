<?php
/**
 * Codes of an authenticator app.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\SecondFactor;

/** Time-based one-time passwords (RFC 6238) as every app knows them: SHA-1, six digits, 30 seconds. */
final class Totp {

	/** Length of a secret, bytes: that of the hash, as RFC 4226 wants it. */
	public const SECRET_BYTES = 20;

	private const SECONDS = 30;

	/** Steps before and after the current one whose code is taken: clocks differ, people type. */
	private const WINDOW = 1;

	/**
	 * The step of a moment.
	 *
	 * @param int $time Unix time.
	 */
	public static function step( int $time ): int {
		return intdiv( $time, self::SECONDS );
	}

	/**
	 * The code of a step.
	 *
	 * @param string $secret Bytes.
	 * @param int    $step   Step.
	 * @param int    $digits Digits.
	 */
	public static function code( string $secret, int $step, int $digits = 6 ): string {
		$hash   = hash_hmac( 'sha1', pack( 'J', $step ), $secret, true );
		$offset = ord( $hash[19] ) & 0x0f;
		$parts  = unpack( 'N', substr( $hash, $offset, 4 ) );
		$number = ( false === $parts ? 0 : (int) $parts[1] ) & 0x7fffffff;
		return str_pad( (string) ( $number % 10 ** $digits ), $digits, '0', STR_PAD_LEFT );
	}

	/**
	 * The step a code belongs to. All steps of the window are computed, so that time tells nothing.
	 *
	 * @param string $secret Bytes.
	 * @param string $code   What was typed.
	 * @param int    $now    Unix time.
	 * @return int|null The latest step with this code; null when it is wrong.
	 */
	public static function match( string $secret, string $code, int $now ): ?int {
		$found = null;
		foreach ( range( self::step( $now ) - self::WINDOW, self::step( $now ) + self::WINDOW ) as $step ) {
			if ( hash_equals( self::code( $secret, $step ), $code ) ) {
				$found = $step;
			}
		}
		return $found;
	}

	/**
	 * Address that sets an app up.
	 *
	 * @param string $secret  Bytes.
	 * @param string $issuer  Whose account it is, e.g. `Lernwelt LSA`.
	 * @param string $account Name of the account.
	 */
	public static function address( string $secret, string $issuer, string $account ): string {
		$issuer = rawurlencode( str_replace( ':', ' ', $issuer ) );
		return "otpauth://totp/$issuer:" . rawurlencode( $account ) . '?secret=' . Base32::encode( $secret ) . "&issuer=$issuer&algorithm=SHA1&digits=6&period=30";
	}
}
