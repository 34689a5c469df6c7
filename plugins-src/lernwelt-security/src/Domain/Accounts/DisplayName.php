<?php
/**
 * What an account is called.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Accounts;

/**
 * An invitation names a login and an e-mail address. Neither is for others to read: with its login an account is half
 * open. Until a person chooses, first and last name stand there, or what the address lets guess of them.
 */
final class DisplayName {

	/**
	 * The name to begin with.
	 *
	 * @param string $first First name or ''.
	 * @param string $last  Last name or ''.
	 * @param string $email Address.
	 * @return string Empty when nothing is known.
	 */
	public static function begin( string $first, string $last, string $email ): string {
		$name = trim( trim( $first ) . ' ' . trim( $last ) );
		return '' === $name ? self::guess( $email ) : $name;
	}

	/**
	 * Whether nobody has chosen this name.
	 *
	 * @param string $name  Name as it stands there.
	 * @param string $login Login.
	 * @param string $email Address.
	 */
	public static function is_unchosen( string $name, string $login, string $email ): bool {
		$folded = mb_strtolower( trim( $name ) );
		return in_array( $folded, [ '', mb_strtolower( $login ), mb_strtolower( $email ), mb_strtolower( self::guess( $email ) ) ], true );
	}

	/** „petra.adler2@…“ is probably Petra Adler. Addresses that reach nobody (`.invalid`) say nothing. */
	private static function guess( string $email ): string {
		if ( 1 !== preg_match( '/^([^@+]+)[^@]*@(.+)$/u', $email, $parts ) || str_ends_with( strtolower( $parts[2] ), '.invalid' ) ) {
			return '';
		}
		$words = array_filter( (array) preg_split( '/[^\p{L}\']+/u', $parts[1] ), static fn ( mixed $word ): bool => '' !== $word );
		return implode( ' ', array_map( static fn ( mixed $word ): string => mb_strtoupper( mb_substr( (string) $word, 0, 1 ) ) . mb_substr( (string) $word, 1 ), $words ) );
	}
}
