<?php
/**
 * Mail address.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/** An address, with or without a person's name. Line breaks are refused: they would open a second header. */
final class Address {

	/**
	 * @param string $email E.g. `kontakt@example.org`.
	 * @param string $name  Name for people, may be empty.
	 * @throws InvalidMail With reason `line_break` or `address`.
	 */
	public function __construct(
		public readonly string $email,
		public readonly string $name = '',
	) {
		if ( self::breaks( $email ) || self::breaks( $name ) ) {
			throw new InvalidMail( 'line_break' );
		}
		if ( false === filter_var( $email, FILTER_VALIDATE_EMAIL ) ) {
			throw new InvalidMail( 'address' );
		}
	}

	/**
	 * Whether a text would break out of a header line.
	 *
	 * @param string $text Text of one line.
	 */
	public static function breaks( string $text ): bool {
		return 1 === preg_match( '/[\x00-\x1F\x7F]/', $text );
	}
}
