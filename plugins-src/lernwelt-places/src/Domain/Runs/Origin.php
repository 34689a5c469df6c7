<?php
/**
 * Where a place came from.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Runs;

/** What is remembered about one record of a source. */
final readonly class Origin {

	/**
	 * @param string $key          {@see self::key()} of the id.
	 * @param string $external_id  Id in the source.
	 * @param int    $post_id      Its place.
	 * @param string $hash         Hash of what was written.
	 * @param int    $seen_run     Last run that saw it.
	 * @param int    $missing_runs Runs since then that did not.
	 * @param bool   $hidden       Whether an import took the place offline.
	 */
	public function __construct(
		public string $key,
		public string $external_id,
		public int $post_id,
		public string $hash,
		public int $seen_run,
		public int $missing_runs = 0,
		public bool $hidden = false,
	) {}

	/**
	 * The key under which an id is stored. Databases disagree about case and umlauts of texts, not about hex digits.
	 *
	 * @param string $external_id Id in the source.
	 */
	public static function key( string $external_id ): string {
		return substr( hash( 'sha256', $external_id ), 0, 40 );
	}
}
