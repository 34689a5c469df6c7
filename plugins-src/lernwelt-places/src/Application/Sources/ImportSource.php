<?php
/**
 * A source of places.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Sources;

/** A database outside, how its records become places, and how often it is fetched. */
final readonly class ImportSource {

	/** How often: name → seconds; 0 means never. */
	public const INTERVALS = [ 'never' => 0, 'hourly' => 3600, 'daily' => 86400, 'weekly' => 604800 ];

	/**
	 * @param string                  $source   Short name; with the id in the source it identifies a place.
	 * @param string                  $label    Name for people.
	 * @param string                  $url      Address that is fetched on schedule, '' for uploads.
	 * @param string                  $interval Key of {@see INTERVALS}.
	 * @param array<array-key, mixed> $mapping  Content of a mapping file.
	 * @param int                     $user_id  Who saved it last.
	 */
	public function __construct(
		public string $source,
		public string $label,
		public string $url,
		public string $interval,
		public array $mapping,
		public int $user_id = 0,
	) {}

	/** Seconds between two scheduled runs, 0 when nothing is planned. */
	public function seconds(): int {
		return '' === $this->url ? 0 : self::INTERVALS[ $this->interval ] ?? 0;
	}
}
