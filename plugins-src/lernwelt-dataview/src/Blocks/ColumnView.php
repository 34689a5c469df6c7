<?php
/**
 * A column of the table, ready to print.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

/** Its head. */
final readonly class ColumnView {

	/**
	 * @param string $id    Id of the head.
	 * @param string $label Words.
	 * @param string $url   Sorts by it, '' when that isn't possible.
	 * @param string $order `ascending` or `descending` when the table is sorted by it, else ''.
	 */
	public function __construct( public string $id, public string $label, public string $url = '', public string $order = '' ) {}
}
