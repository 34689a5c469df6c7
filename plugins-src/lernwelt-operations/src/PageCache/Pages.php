<?php
/**
 * A portal's pages in the cache.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\PageCache;

use Generator;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Portal;
use Lernwelt\Operations\Domain\PageCache\ChangedParts;
use Lernwelt\Operations\Domain\PageCache\Entry;
use RuntimeException;

/**
 * Brings pages up to date: the first of them are made anew while visitors keep the old ones, the rest is deleted. After
 * five seconds nobody gets an old one.
 */
final readonly class Pages {

	/** Pages that are made anew after a change. */
	private const MOST = 100;

	/** Seconds that may take, with the reading of the folder. */
	private const SECONDS = 4.0;

	/** Pages that a sweep makes anew because their time is over. */
	private const SWEPT = 20;

	/**
	 * @param CacheSettings $settings Settings.
	 * @param Clock         $clock    Time.
	 */
	public function __construct( private CacheSettings $settings, private Clock $clock ) {}

	/**
	 * Brings those up to date that a change concerns.
	 *
	 * @param Portal       $portal  Portal.
	 * @param ChangedParts $changed What changed.
	 * @return array{int, int} How many were made anew, how many deleted.
	 * @throws RuntimeException When the folder can't be read or written.
	 */
	public function refresh( Portal $portal, ChangedParts $changed ): array {
		$until  = microtime( true ) + self::SECONDS;
		$folder = $this->folder( $portal );
		$folder->note_change();
		return $this->renew( $portal, self::filter( $folder->entries(), $changed->concern( ... ) ), self::MOST, $until );
	}

	/**
	 * Brings those up to date whose time is over, before a visitor gets one of them.
	 *
	 * @param Portal $portal Portal.
	 * @return array{int, int} How many were made anew, how many deleted.
	 * @throws RuntimeException When the folder can't be read or written.
	 */
	public function sweep( Portal $portal ): array {
		$now   = $this->clock->now()->getTimestamp();
		$until = microtime( true ) + self::SECONDS;
		return $this->renew( $portal, self::filter( $this->folder( $portal )->entries(), static fn ( Entry $entry ): bool => null !== $entry->until && $entry->until <= $now ), self::SWEPT, $until );
	}

	/**
	 * Deletes all pages.
	 *
	 * @param Portal $portal Portal.
	 * @return int How many.
	 * @throws RuntimeException When the folder can't be read or written.
	 */
	public function clear( Portal $portal ): int {
		$folder = $this->folder( $portal );
		$folder->note_change();
		$all = [ ...$folder->entries() ];
		$folder->delete( $all );
		return count( $all );
	}

	/**
	 * Number of pages and bytes.
	 *
	 * @param Portal $portal Portal.
	 * @return array{int, int}
	 * @throws RuntimeException When the folder can't be read.
	 */
	public function size( Portal $portal ): array {
		return $this->folder( $portal )->size();
	}

	/**
	 * @param list<Entry> $entries Pages.
	 * @param float       $until   When to stop, seconds since 1970.
	 * @return array{int, int}
	 */
	private function renew( Portal $portal, array $entries, int $most, float $until ): array {
		// What most people look at first: short addresses without a query, and what was asked for lately.
		usort( $entries, static fn ( Entry $one, Entry $other ): int => [ str_contains( $one->address, '?' ), $other->made, strlen( $one->address ) ] <=> [ str_contains( $other->address, '?' ), $one->made, strlen( $other->address ) ] );
		$folder = $this->folder( $portal );
		$folder->delete( array_slice( $entries, $most ) );
		$first = array_slice( $entries, 0, $most );
		$fresh = [] === $first || ! $this->settings->can_refresh() ? [] : ( new Refresher( $this->settings ) )->refresh( $first, $portal->url, $until - microtime( true ) );
		$known = array_fill_keys( array_map( static fn ( Entry $entry ): string => $entry->file, $fresh ), true );
		$folder->delete( array_filter( $first, static fn ( Entry $entry ): bool => ! isset( $known[ $entry->file ] ) ) );
		return [ count( $fresh ), count( $entries ) - count( $fresh ) ];
	}

	/**
	 * @param Generator<int, Entry>   $entries Pages.
	 * @param callable( Entry ): bool $wanted  Which.
	 * @return list<Entry>
	 */
	private static function filter( Generator $entries, callable $wanted ): array {
		$found = [];
		foreach ( $entries as $entry ) {
			if ( $wanted( $entry ) ) {
				$found[] = $entry;
			}
		}
		return $found;
	}

	private function folder( Portal $portal ): Folder {
		return new Folder( $this->settings->directory, $portal->id );
	}
}
