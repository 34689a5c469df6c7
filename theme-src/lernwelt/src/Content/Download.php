<?php
/**
 * A file to download.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Content;

/**
 * What the download list shows of a file.
 */
final class Download {

	/**
	 * Takes the file.
	 *
	 * @param string $title       Plain text.
	 * @param string $description Plain text; may be empty.
	 * @param string $url         Address of the file.
	 * @param string $type        Short name of the format, e.g. "PDF".
	 * @param int    $bytes       Size.
	 * @param string $date        Date for machines.
	 * @param string $date_de     Date for people.
	 * @param string $category    Name of the category; may be empty.
	 */
	public function __construct(
		public readonly string $title,
		public readonly string $description,
		public readonly string $url,
		public readonly string $type,
		public readonly int $bytes,
		public readonly string $date,
		public readonly string $date_de,
		public readonly string $category
	) {}

	/**
	 * Format and size as people read it, e.g. "PDF · 340 KB".
	 */
	public function format(): string {
		$size = $this->bytes > 0 ? (string) size_format( $this->bytes ) : '';
		return implode( ' · ', array_filter( [ $this->type, $size ], static fn( string $part ): bool => '' !== $part ) );
	}

	/**
	 * Whether a word stands in title, description or category.
	 *
	 * @param string $needle What somebody looks for.
	 */
	public function mentions( string $needle ): bool {
		return '' === $needle || false !== mb_stripos( $this->title . ' ' . $this->description . ' ' . $this->category, $needle );
	}
}
