<?php
/**
 * A number of entries, ready to print.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

/** A number and what it counts. */
final readonly class CountView {

	/**
	 * @param string $number The number; '' when there is nothing to count.
	 * @param string $text   What it counts, or what an editor should do.
	 */
	public function __construct( public string $number, public string $text ) {}
}
