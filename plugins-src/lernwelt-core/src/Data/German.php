<?php
/**
 * German words in an order and a form that every database understands.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

use Collator;
use RuntimeException;

/** Sorting and searching: databases differ in what they know of umlauts, so PHP prepares what they compare. */
final class German {

	/** Letters that are no base letter with an accent. */
	private const PLAIN = [ 'ß' => 'ss', 'æ' => 'ae', 'œ' => 'oe', 'ø' => 'o', 'ł' => 'l', 'đ' => 'd' ];

	private const SPELLED_OUT = [ 'ä' => 'ae', 'ö' => 'oe', 'ü' => 'ue' ];

	private static ?Collator $collator = null;

	/**
	 * Words in lower case without accents, one blank between them: what people type is compared with this.
	 *
	 * @param string $text Text.
	 */
	public static function fold( string $text ): string {
		return self::words( strtr( self::lower( $text ), self::PLAIN ) );
	}

	/**
	 * The folded text for an index: words with umlauts also spelled out, so that "mueller" finds "Müller".
	 *
	 * @param string $text Text.
	 */
	public static function index_text( string $text ): string {
		$lower  = self::lower( $text );
		$folded = self::words( strtr( $lower, self::PLAIN ) );
		preg_match_all( '/[\p{L}\p{N}]*[äöü][\p{L}\p{N}]*/u', $lower, $found );
		$more = self::words( strtr( implode( ' ', array_unique( $found[0] ) ), self::SPELLED_OUT + self::PLAIN ) );
		return '' === $more ? $folded : "$folded $more";
	}

	/**
	 * A key that sorts bytewise as German dictionaries do, Ä after A: lower-case hex.
	 *
	 * @param string $text       Text; its first 120 characters count.
	 */
	public static function sort_key( string $text ): string {
		$key = self::collator()->getSortKey( mb_substr( mb_scrub( $text, 'UTF-8' ), 0, 120, 'UTF-8' ) );
		return bin2hex( rtrim( (string) $key, "\0" ) );
	}

	/**
	 * The order of two texts.
	 *
	 * @param string $one   One.
	 * @param string $other Another.
	 */
	public static function compare( string $one, string $other ): int {
		return strcmp( self::sort_key( $one ), self::sort_key( $other ) );
	}

	private static function collator(): Collator {
		if ( null === self::$collator ) {
			$collator = new Collator( 'de_DE' );
			// "Raum 9" before "Raum 10".
			$collator->setAttribute( Collator::NUMERIC_COLLATION, Collator::ON );
			self::$collator = $collator;
		}
		return self::$collator;
	}

	private static function lower( string $text ): string {
		$lower = mb_strtolower( mb_scrub( $text, 'UTF-8' ), 'UTF-8' );
		$whole = normalizer_normalize( $lower, \Normalizer::FORM_C );
		return false === $whole ? throw new RuntimeException( 'A text can\'t be normalised.' ) : $whole;
	}

	/** Accents go, everything that is neither letter nor digit becomes a blank. */
	private static function words( string $lower ): string {
		if ( 1 === preg_match( '/[^\x00-\x7f]/', $lower ) ) {
			$lower = (string) preg_replace( '/\p{Mn}+/u', '', (string) normalizer_normalize( $lower, \Normalizer::FORM_D ) );
		}
		return trim( (string) preg_replace( '/[^\p{L}\p{N}]+/u', ' ', $lower ) );
	}
}
