<?php
/**
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

namespace Lernwelt\Demo;

/** One page or article as its file describes it. */
final class Record {

	/**
	 * @param string       $type     `page` or `post`.
	 * @param string       $slug     Last part of the address.
	 * @param string       $title    Plain text.
	 * @param string       $content  Blocks, with placeholders.
	 * @param string       $excerpt  Plain text, may have placeholders.
	 * @param string       $parent   Slug of the page above, empty for none.
	 * @param string       $template Page template of the theme, empty for the default.
	 * @param int          $order    Position among its siblings.
	 * @param string       $date     Y-m-d, empty for today.
	 * @param string       $category Category of an article, empty for none.
	 * @param list<string> $tags     Tags.
	 * @param string       $picture  File in the pictures folder, empty for none.
	 */
	public function __construct(
		public readonly string $type,
		public readonly string $slug,
		public readonly string $title,
		public readonly string $content,
		public readonly string $excerpt = '',
		public readonly string $parent = '',
		public readonly string $template = '',
		public readonly int $order = 0,
		public readonly string $date = '',
		public readonly string $category = '',
		public readonly array $tags = [],
		public readonly string $picture = ''
	) {}

	/** Key in the ledger and in placeholders: `angebote`, `angebote/online-lernen`, `aktuelles/eroeffnung`. */
	public function key(): string {
		return ( 'post' === $this->type ? 'aktuelles/' : ( '' === $this->parent ? '' : $this->parent . '/' ) ) . $this->slug;
	}

	/**
	 * Reads a file: front matter as JSON in an HTML comment, then blocks.
	 *
	 * @param string $file File.
	 * @param string $type `page` or `post`.
	 * @throws DemoError When the front matter is missing or broken.
	 */
	public static function read( string $file, string $type ): self {
		$text = (string) file_get_contents( $file );
		if ( 1 !== preg_match( '/\A<!-- (\{.*\}) -->\n?/', $text, $found ) ) {
			throw new DemoError( "The first line of $file must be an HTML comment with JSON in it." );
		}
		$front = json_decode( $found[1], true );
		if ( ! is_array( $front ) || ! is_string( $front['title'] ?? null ) ) {
			throw new DemoError( "The first line of $file is no valid JSON with a title." );
		}
		$text_of = static fn ( string $name ): string => is_string( $front[ $name ] ?? null ) ? $front[ $name ] : '';
		$tags    = is_array( $front['tags'] ?? null ) ? $front['tags'] : [];
		return new self(
			$type,
			basename( $file, '.html' ),
			$front['title'],
			trim( substr( $text, strlen( $found[0] ) ) ),
			$text_of( 'excerpt' ),
			$text_of( 'parent' ),
			$text_of( 'template' ),
			is_int( $front['order'] ?? null ) ? $front['order'] : 0,
			$text_of( 'date' ),
			$text_of( 'category' ),
			array_values( array_filter( $tags, 'is_string' ) ),
			$text_of( 'picture' )
		);
	}
}
