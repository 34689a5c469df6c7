<?php
/**
 * Finds places around a point.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain;

use Lernwelt\Core\Geo\Coordinates;

/** Asked by the page of a place. */
interface Neighbours {

	/**
	 * Published places around a point, the nearest first, with one query.
	 *
	 * @param Coordinates $centre Point.
	 * @param int         $except Id of the place in the middle.
	 * @param int         $limit  How many at most.
	 * @return array<int, float> Id → kilometres as the crow flies.
	 */
	public function around( Coordinates $centre, int $except, int $limit ): array;
}
