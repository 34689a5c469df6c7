<?php
/**
 * What a page is made of.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/**
 * Short words for what pages show and what changes: a letter for the kind, then what it is about. Copies of pages carry
 * them, so that a change finds the pages it concerns, however they came to show it.
 */
final class PageParts {

	/** Every page of a portal: header, footer, colours. No page says it. */
	public const EVERYTHING = '*';

	/** Pages that aren't there, and addresses that lead elsewhere. */
	public const LOST = 'x404';

	/** Feeds and sitemaps. */
	public const LISTINGS = 'xlist';

	/**
	 * Everything about a post.
	 *
	 * @param int $id Post.
	 */
	public static function post( int $id ): string {
		return "p$id";
	}

	/**
	 * What a link to a post says: title and address.
	 *
	 * @param int $id Post.
	 */
	public static function link( int $id ): string {
		return "h$id";
	}

	/**
	 * Which posts of a type there are, and in what order.
	 *
	 * @param string $post_type Type.
	 */
	public static function posts( string $post_type ): string {
		return "l$post_type";
	}

	/**
	 * A term: its name, address and which posts have it.
	 *
	 * @param int $id Term.
	 */
	public static function term( int $id ): string {
		return "c$id";
	}

	/**
	 * A file of the media library.
	 *
	 * @param int $id Attachment.
	 */
	public static function file( int $id ): string {
		return "m$id";
	}

	/**
	 * Records of a data source.
	 *
	 * @param string $id Source; '*' for all.
	 */
	public static function source( string $id ): string {
		return "s$id";
	}

	/**
	 * Whatever stands at an address of this portal, with all its queries.
	 *
	 * @param string $path Path, e.g. `/kontakt/`.
	 */
	public static function address( string $path ): string {
		return "a$path";
	}
}
