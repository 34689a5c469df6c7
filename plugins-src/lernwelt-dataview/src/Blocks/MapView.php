<?php
/**
 * The map's place, ready to print.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

/** Where scripts draw the map, and where they get what they draw. */
final readonly class MapView {

	/**
	 * @param string $id      Id of the element.
	 * @param string $label   Name of the map.
	 * @param string $points  Address of the points of everything found.
	 * @param string $records Address of single records as HTML; `ids` is added.
	 * @param string $results Id of the list that shows the same.
	 * @param string $credit  Whose map this is; must be seen.
	 */
	public function __construct( public string $id, public string $label, public string $points, public string $records, public string $results, public string $credit ) {}
}
