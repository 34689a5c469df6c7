<?php
/**
 * A post as a card.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Content;

/**
 * What a card or a row of a list shows.
 */
final class Card {

	/**
	 * Takes the card.
	 *
	 * @param string       $title    Plain text.
	 * @param string       $url      Address.
	 * @param string       $text     One or two sentences, plain text.
	 * @param string       $date     Date for machines (ISO 8601); empty when none is shown.
	 * @param string       $date_de  Date for people.
	 * @param string       $kind     What it is ("Page", "Article"), for mixed lists.
	 * @param list<string> $tags     Short words.
	 * @param int          $image_id Attachment; 0 shows the motif.
	 * @param string       $seed     Seed of the motif.
	 * @param string       $note     A word on why it is shown, e.g. how far away it is; plain text.
	 */
	public function __construct(
		public readonly string $title,
		public readonly string $url,
		public readonly string $text,
		public readonly string $date,
		public readonly string $date_de,
		public readonly string $kind,
		public readonly array $tags,
		public readonly int $image_id,
		public readonly string $seed,
		public readonly string $note = ''
	) {}

	/**
	 * Kind and date in one line, e.g. "Article · 18 November 2026".
	 */
	public function meta(): string {
		return implode( ' · ', array_filter( [ $this->kind, $this->date_de ], static fn( string $part ): bool => '' !== $part ) );
	}
}
