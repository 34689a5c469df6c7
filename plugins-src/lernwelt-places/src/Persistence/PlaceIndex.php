<?php
/**
 * The index of the places.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Persistence;

use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Data\Index\IndexedSource;
use RuntimeException;

/** Brings the rows of single places up to date, as core's own indexer does for posts that are saved one by one. */
final readonly class PlaceIndex {

	/** The data source. */
	private const SOURCE = 'places';

	/**
	 * @param DataSources $sources Sources.
	 */
	public function __construct( private DataSources $sources ) {}

	/**
	 * Makes sure that the index is there; outside of any transaction, before the first place is written.
	 *
	 * @throws RuntimeException When the database refuses.
	 */
	public function prepare(): void {
		$this->source()?->prepare();
	}

	/**
	 * Writes rows anew; those of places that nobody may see any more go.
	 *
	 * @param list<int> $ids Posts, as they are stored now.
	 * @throws RuntimeException When the database refuses.
	 */
	public function refresh( array $ids ): void {
		$this->source()?->refresh( $ids );
	}

	private function source(): ?IndexedSource {
		$source = $this->sources->get( self::SOURCE );
		return $source instanceof IndexedSource ? $source : null;
	}
}
