<?php
/**
 * A bar of a chart, ready to print.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

/** One value with its number. */
final readonly class BarView {

	/**
	 * @param string $id    Id of the row.
	 * @param string $label Words of the value.
	 * @param int    $count Number of records.
	 * @param float  $width Length of the bar in percent of the longest one.
	 * @param string $url   Where the records are shown, '' when no layout shows them.
	 */
	public function __construct( public string $id, public string $label, public int $count, public float $width, public string $url = '' ) {}
}
