<?php
/**
 * A list of files.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Content;

/**
 * Files with the way they are shown.
 */
final class DownloadList {

	/**
	 * Takes the list.
	 *
	 * @param list<Download> $files         Files that match.
	 * @param bool           $is_grouped    Whether categories get headings.
	 * @param bool           $is_searchable Whether a search field stands above.
	 * @param string         $needle        What was looked for.
	 */
	public function __construct(
		public readonly array $files,
		public readonly bool $is_grouped,
		public readonly bool $is_searchable,
		public readonly string $needle
	) {}

	/**
	 * The files under their headings; files without a category come last.
	 *
	 * @return array<string, list<Download>> Heading (may be empty) to files.
	 */
	public function groups(): array {
		if ( ! $this->is_grouped ) {
			return [ '' => $this->files ];
		}
		$groups = [];
		foreach ( $this->files as $file ) {
			$groups[ $file->category ][] = $file;
		}
		uksort( $groups, static fn( string|int $a, string|int $b ): int => [ '' === $a, (string) $a ] <=> [ '' === $b, (string) $b ] );
		return $groups;
	}
}
