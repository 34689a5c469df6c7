<?php
/**
 * Makes plain text of what a source calls text.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** Takes tags, entities and invisible characters out. What is left is text, whatever it looks like. */
final class PlainText {
	private const TAG = '~<!--.*?(?:-->|$)|</?[a-z][a-z0-9:-]*(?:\s[^<>]*)?/?>|<[!?][^<>]*>~is';

	/** Something that may be a tag or an entity. */
	private const SIGNS = '~<[a-z!?/]|&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});~i';

	/** Anything that {@see tidy()} would change: most texts have nothing of it. */
	private const ODD = '/[\x00-\x1F\x7F]|[\x{0080}-\x{00A0}\x{00AD}\x{200B}\x{2028}\x{2029}\x{FEFF}\x{FFF9}-\x{FFFB}\x{202A}-\x{202E}\x{2066}-\x{2069}]/u';

	/** Tags that begin a paragraph or a line. */
	private const PARAGRAPHS = '~</?(?:p|div|h[1-6]|ul|ol|table|section|article|blockquote)(?:\s[^<>]*)?/?>~i';
	private const BREAKS     = '~<(?:br|li|tr)(?:\s[^<>]*)?/?>~i';

	/** What browsers don't show. */
	private const HIDDEN = '~<(script|style|template|noscript|iframe|svg|head)\b[^>]*>.*?(?:</\1\s*>|$)~is';

	/**
	 * @param string $text Valid UTF-8.
	 * @return array{string, bool} The text, and whether there was HTML in it.
	 */
	public static function of( string $text ): array {
		$html = false;
		if ( false === strpbrk( $text, '<&' ) ) {
			return [ self::tidy( $text ), false ];
		}
		// What entities stand for may be tags again.
		$before = null;
		for ( $round = 0; $round < 3 && $before !== $text; ++$round ) {
			$before = $text;
			$text   = 1 === preg_match( self::SIGNS, $text ) ? self::without_tags( $text ) : $text;
			$html   = $html || $before !== $text;
		}
		// A tag without an end is no tag, but nothing should ever take it for one.
		$rest = (string) preg_replace( '~<(?=[a-z!?/])~i', '< ', $text );
		$html = $html || $rest !== $text;
		return [ self::tidy( $rest ), $html ];
	}

	/**
	 * One line.
	 *
	 * @param string $text Text.
	 */
	public static function line( string $text ): string {
		return trim( (string) preg_replace( '/\s+/u', ' ', $text ) );
	}

	/**
	 * Paragraphs: what empty lines separate.
	 *
	 * @param string $text Text.
	 * @return list<string>
	 */
	public static function paragraphs( string $text ): array {
		$parts = preg_split( '/\n{2,}/', $text );
		return array_values( array_filter( array_map( trim( ... ), false === $parts ? [ $text ] : $parts ), static fn ( string $part ): bool => '' !== $part ) );
	}

	private static function without_tags( string $text ): string {
		$steps = [ self::HIDDEN => ' ', self::PARAGRAPHS => "\n\n", self::BREAKS => "\n", self::TAG => '' ];
		foreach ( $steps as $pattern => $instead ) {
			// An expression gives up on texts made to exhaust it; PHP's own function never does.
			$text = preg_replace( $pattern, $instead, $text ) ?? strip_tags( $text );
		}
		return html_entity_decode( $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	}

	/** Breaks of all systems become "\n", at most two in a row; control and zero-width characters go. */
	private static function tidy( string $text ): string {
		if ( 1 !== preg_match( self::ODD, $text ) ) {
			return trim( $text );
		}
		$text = str_replace( [ "\r\n", "\r", "\x0B", "\x0C", "\u{2028}", "\u{0085}" ], "\n", str_replace( "\u{2029}", "\n\n", $text ) );
		$text = (string) preg_replace( '/[\x00-\x08\x0E-\x1F\x7F]|[\x{0080}-\x{009F}\x{00AD}\x{200B}\x{FEFF}\x{FFF9}-\x{FFFB}\x{202A}-\x{202E}\x{2066}-\x{2069}]/u', '', $text );
		$text = (string) preg_replace( '/[ \t\x{00A0}]*\n[ \t\x{00A0}]*/u', "\n", str_replace( "\t", ' ', $text ) );
		return trim( (string) preg_replace( '/\n{3,}/', "\n\n", $text ) );
	}
}
