<?php
/**
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

namespace Lernwelt\Demo;

/** One page, article or event as its file describes it. */
final class Record {

	/** Post type of events, of lernwelt-booking. */
	public const EVENT = 'lernwelt_event';

	/**
	 * @param string       $type     `page`, `post` or EVENT.
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
	 * @param array<string, mixed> $details Of an event: format, contact, materials.
	 * @param array<string, list<string>> $terms Of an event: taxonomy → slugs.
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
		public readonly string $picture = '',
		public readonly array $details = [],
		public readonly array $terms = []
	) {}

	/** Key in the ledger and in placeholders: `angebote`, `angebote/online-lernen`, `aktuelles/eroeffnung`, `event/lesebaender`. */
	public function key(): string {
		return match ( $this->type ) {
			'post'      => 'aktuelles/',
			self::EVENT => 'event/',
			default     => '' === $this->parent ? '' : $this->parent . '/',
		} . $this->slug;
	}

	/**
	 * Reads a file: front matter as JSON in an HTML comment, then blocks.
	 *
	 * @param string $file File.
	 * @param string $type `page`, `post` or EVENT.
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
		$list_of = static fn ( string $name ): array => is_array( $front[ $name ] ?? null ) ? array_values( array_filter( $front[ $name ], 'is_string' ) ) : [];
		/** @var array<string, mixed> $details */
		$details = is_array( $front['details'] ?? null ) ? $front['details'] : [];
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
			$list_of( 'tags' ),
			$text_of( 'picture' ),
			$details,
			array_filter( [ 'event_audience' => $list_of( 'audience' ), 'event_subject' => $list_of( 'subject' ) ] )
		);
	}
}
