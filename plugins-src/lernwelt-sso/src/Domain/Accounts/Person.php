<?php
/**
 * What a provider says about somebody.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Accounts;

/** Name, address and school, cut to what an account can hold. */
final readonly class Person {

	/** Longest address that WordPress can store. */
	private const EMAIL = 100;

	/** What WordPress stores as it is: of any other address it makes one of somebody else, by leaving letters out. */
	private const PLAIN = '~^[a-z0-9!#$%&\'*+/=?^_`{|}\~.-]+@[a-z0-9.-]+$~Di';

	/** Longest name or name of a school, in characters. */
	private const NAME = 150;

	/**
	 * @param string $name           Name to show, '' for none.
	 * @param string $given_name     Given name.
	 * @param string $family_name    Family name.
	 * @param string $email          Address, '' for none that can be used.
	 * @param bool   $email_verified Whether the provider has checked the address.
	 * @param string $school_number  Number of the school, '' for none.
	 * @param string $school_name    Name of the school, '' for none.
	 */
	private function __construct(
		public string $name,
		public string $given_name,
		public string $family_name,
		public string $email,
		public bool $email_verified,
		public string $school_number,
		public string $school_name,
	) {}

	/**
	 * Reads claims.
	 *
	 * @param array<string, mixed> $claims Claims.
	 */
	public static function of( #[\SensitiveParameter] array $claims ): self {
		$given  = self::text( $claims['given_name'] ?? '' );
		$family = self::text( $claims['family_name'] ?? '' );
		$name   = self::text( $claims['name'] ?? '' );
		$email  = is_string( $claims['email'] ?? null ) ? trim( $claims['email'] ) : '';
		$usable = strlen( $email ) <= self::EMAIL && false !== filter_var( $email, FILTER_VALIDATE_EMAIL ) && 1 === preg_match( self::PLAIN, $email );
		return new self(
			'' === $name ? trim( "$given $family" ) : $name,
			$given,
			$family,
			$usable ? $email : '',
			true === ( $claims['email_verified'] ?? null ),
			self::text( $claims['schulnummer'] ?? '' ),
			self::text( $claims['schulname'] ?? '' )
		);
	}

	/** The address, if the provider has checked it. */
	public function verified_email(): string {
		return $this->email_verified ? $this->email : '';
	}

	private static function text( mixed $value ): string {
		$text = is_string( $value ) || is_int( $value ) ? (string) $value : '';
		$text = mb_check_encoding( $text, 'UTF-8' ) ? $text : '';
		// No tags either: names are shown in many places, and "<" is in nobody's.
		$text = (string) preg_replace( '/[\p{C}<>\s]+/u', ' ', $text );
		return mb_substr( trim( $text ), 0, self::NAME );
	}
}
