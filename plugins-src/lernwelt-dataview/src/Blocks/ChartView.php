<?php
/**
 * A chart, ready to print.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

/** Counted values as a table whose numbers have bars. */
final readonly class ChartView {

	/**
	 * @param string        $id      Id of the table.
	 * @param string        $caption "Places by region".
	 * @param string        $label   Head of the values: "Region".
	 * @param list<BarView> $bars    Values.
	 * @param string        $note    What has to be known to read the numbers, '' for nothing.
	 */
	public function __construct( public string $id, public string $caption, public string $label, public array $bars, public string $note = '' ) {}
}
