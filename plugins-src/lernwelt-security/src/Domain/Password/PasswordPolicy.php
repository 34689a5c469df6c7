<?php
/**
 * Good passwords.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Password;

use Closure;

/** Long, no common one in whatever costume, and nothing that everybody knows about the person or the portals. */
final readonly class PasswordPolicy {

	public const MIN_LENGTH = 12;

	public const TOO_SHORT = 'too_short';

	public const COMMON = 'common';

	public const SIMPLE = 'simple';

	public const NAME = 'name';

	/** Shorter parts of a name stand in many words. */
	private const NAME_LENGTH = 4;

	private const FEWEST_CHARACTERS = 5;

	private const PORTALS = [ 'lernwelt', 'lernorte', 'startchancen', 'kreativpotentiale', 'bildungsserver' ];

	/** What stands for a letter in the middle of a word. */
	private const COSTUME = [ '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', '8' => 'b', '@' => 'a', '$' => 's', '!' => 'i', '€' => 'e', '+' => 't', '|' => 'l' ];

	private const FOLDED = [ 'ä' => 'ae', 'ö' => 'oe', 'ü' => 'ue', 'ß' => 'ss' ];

	/**
	 * @param Closure(): array<string, mixed> $common Common passwords as keys: lower-case letters only, umlauts written out.
	 */
	public function __construct( private Closure $common ) {}

	/**
	 * What is wrong with a password.
	 *
	 * @param string       $password Password.
	 * @param list<string> $names    Login, address, names of the person; names of portals are known.
	 * @return list<string> Reasons; empty for a good one.
	 */
	public function problems( string $password, array $names = [] ): array {
		return array_keys(
			array_filter(
				[
					self::TOO_SHORT => mb_strlen( $password ) < self::MIN_LENGTH,
					self::SIMPLE    => self::is_simple( $password ),
					self::COMMON    => $this->is_common( $password ),
					self::NAME      => self::has_name( $password, [ ...$names, ...self::PORTALS ] ),
				],
				static fn ( bool $wrong ): bool => $wrong
			)
		);
	}

	/** Few different characters, digits only, or mostly neighbours in the alphabet. */
	private static function is_simple( string $password ): bool {
		$characters = mb_str_split( mb_strtolower( $password ) );
		if ( count( array_unique( $characters ) ) < self::FEWEST_CHARACTERS || 1 === preg_match( '/^[\d\s.,:\/-]*$/D', $password ) ) {
			return true;
		}
		$steps      = count( $characters ) - 1;
		$neighbours = 0;
		for ( $place = 0; $place < $steps; ++$place ) {
			$neighbours += (int) ( abs( (int) mb_ord( $characters[ $place + 1 ] ) - (int) mb_ord( $characters[ $place ] ) ) <= 1 );
		}
		return 2 * $neighbours > $steps;
	}

	private function is_common( string $password ): bool {
		$common = ( $this->common )();
		foreach ( self::words( $password ) as $word ) {
			// What is only repeated is no longer for it.
			$unit = 1 === preg_match( '/^(.+?)\1+$/D', $word, $found ) ? $found[1] : $word;
			if ( isset( $common[ $word ] ) || isset( $common[ $unit ] ) || ( $unit !== $word && strlen( $unit ) < self::NAME_LENGTH ) ) {
				return true;
			}
		}
		return false;
	}

	/** @param list<string> $names */
	private static function has_name( string $password, array $names ): bool {
		$words = implode( ' ', self::words( $password ) );
		foreach ( $names as $name ) {
			foreach ( (array) preg_split( '/[^a-z]+/', self::folded( (string) strstr( $name . '@', '@', true ) ) ) as $part ) {
				if ( strlen( (string) $part ) >= self::NAME_LENGTH && str_contains( $words, (string) $part ) ) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * The password without costume: its letters, once with the digits left out and once with those in the middle read as
	 * letters.
	 *
	 * @return list<string>
	 */
	private static function words( string $password ): array {
		$folded = self::folded( $password );
		$middle = (string) preg_replace( '/^[^a-z]+|[^a-z]+$/', '', $folded );
		$begin  = rtrim( $folded, '0123456789!?.,;:*#-_ ' );
		return array_values(
			array_unique(
				array_map(
					static fn ( string $text ): string => (string) preg_replace( '/[^a-z]+/', '', $text ),
					[ $folded, strtr( $middle, self::COSTUME ), strtr( $middle, [ '1' => 'l' ] + self::COSTUME ), strtr( $begin, self::COSTUME ) ]
				)
			)
		);
	}

	private static function folded( string $text ): string {
		return strtr( mb_strtolower( $text ), self::FOLDED );
	}
}
