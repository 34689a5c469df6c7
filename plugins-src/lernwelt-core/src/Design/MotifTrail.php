<?php
/**
 * One continuous line through the tiles.
 *
 * @package Lernwelt\Core
 */

declare(strict_types=1);

namespace Lernwelt\Core\Design;

/**
 * A chain of quarter arcs.
 */
final class MotifTrail {

	/**
	 * Takes the trail.
	 *
	 * @param list<array{0:int, 1:int}> $points  Ends of the arcs, in units of half a tile.
	 * @param string                    $data    SVG path data.
	 * @param bool                      $is_open Whether both ends leave the picture (otherwise it is a loop).
	 */
	public function __construct(
		public readonly array $points,
		public readonly string $data,
		public readonly bool $is_open
	) {}
}
