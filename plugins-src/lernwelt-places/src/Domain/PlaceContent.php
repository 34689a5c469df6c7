<?php
/**
 * The text of a place as blocks.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain;

/** Writes what the block editor would save, and reads it back. */
final class PlaceContent {

	/** The locked block that shows the details; it has no attributes, everything is in the meta value. */
	public const DETAILS = '<!-- wp:lernwelt/place-details /-->';

	/**
	 * Content of the post: one paragraph block for each paragraph, then the details.
	 *
	 * @param Place $place Place.
	 */
	public static function blocks( Place $place ): string {
		$blocks = array_map(
			static fn ( string $paragraph ): string => "<!-- wp:paragraph -->\n<p>" . self::html( trim( $paragraph ) ) . "</p>\n<!-- /wp:paragraph -->",
			array_filter( $place->description, static fn ( string $paragraph ): bool => '' !== trim( $paragraph ) )
		);
		return implode( "\n\n", [ ...$blocks, self::DETAILS ] );
	}

	/**
	 * Plain text stays plain text: a bracket would begin a shortcode. Written with three digits, as WordPress's kses does.
	 *
	 * @param string $text Text of a paragraph.
	 */
	private static function html( string $text ): string {
		return str_replace( [ "\n", '[' ], [ '<br>', '&#091;' ], htmlspecialchars( $text, ENT_NOQUOTES, 'UTF-8' ) );
	}

	/**
	 * The paragraphs of a content.
	 *
	 * @param string $content Content of a post.
	 * @return ?list<string> Null when somebody put more into it than paragraphs of plain text: that can't be taken apart.
	 */
	public static function paragraphs( string $content ): ?array {
		$paragraphs = [];
		$blocks     = preg_split( '/<!-- \/?wp:paragraph -->/', str_replace( self::DETAILS, '', $content ) );
		foreach ( false === $blocks ? [ $content ] : $blocks as $block ) {
			$block = trim( $block );
			if ( '' === $block ) {
				continue;
			}
			if ( 1 !== preg_match( '~^<p>((?:[^<]|<br ?/?>)*)</p>$~Du', $block, $parts ) ) {
				return null;
			}
			$paragraphs[] = html_entity_decode( (string) preg_replace( '~<br ?/?>~', "\n", $parts[1] ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		}
		return array_values( array_filter( $paragraphs, static fn ( string $paragraph ): bool => '' !== trim( $paragraph ) ) );
	}
}
