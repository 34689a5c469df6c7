<?php
/**
 * The index of the places.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Persistence;

use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Data\Index\Document;
use Lernwelt\Core\Data\Index\IndexedSource;
use Lernwelt\Core\Data\Index\IndexStore;
use RuntimeException;

/** Brings the rows of single places up to date, as core's own indexer does for posts that are saved one by one. */
final readonly class PlaceIndex {

	/** The data source. */
	private const SOURCE = 'places';

	/**
	 * @param DataSources $sources Sources.
	 * @param IndexStore  $index   Index.
	 */
	public function __construct( private DataSources $sources, private IndexStore $index ) {}

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
		$source = $this->source();
		if ( null === $source ) {
			return;
		}
		$documents = [ ...$source->documents( $ids ) ];
		$this->index->put( self::SOURCE, $documents );
		$gone = array_values( array_diff( $ids, array_map( static fn ( Document $document ): int => $document->id, $documents ) ) );
		if ( [] !== $gone ) {
			$this->index->remove( self::SOURCE, $gone );
		}
	}

	private function source(): ?IndexedSource {
		$source = $this->sources->get( self::SOURCE );
		return $source instanceof IndexedSource ? $source : null;
	}
}
