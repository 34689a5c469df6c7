<?php
/**
 * Places around a point, out of the index.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Persistence;

use Lernwelt\Core\Data\Index\IndexStore;
use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Places\Domain\Neighbours;

/** Asks the index of the data view, which has every published place with its coordinates. */
final readonly class IndexedNeighbours implements Neighbours {

	/** Farther away nothing is "nearby". */
	private const KILOMETRES = 50.0;

	/**
	 * @param IndexStore $index  Index.
	 * @param string     $source Id of the data source.
	 */
	public function __construct( private IndexStore $index, private string $source ) {}

	public function around( Coordinates $centre, int $except, int $limit ): array {
		return $this->index->near( $this->source, $centre, self::KILOMETRES, $except, $limit );
	}
}
