<?php
/**
 * A value of a filter, ready to print.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

/** A check box with its count. */
final readonly class OptionView {

	/**
	 * @param string $id       Id of the check box.
	 * @param string $value    What is sent.
	 * @param string $label    What is read.
	 * @param int    $count    Number of records.
	 * @param string $counted  The number in words: "31 places".
	 * @param bool   $selected Whether it is chosen.
	 */
	public function __construct( public string $id, public string $value, public string $label, public int $count, public string $counted, public bool $selected ) {}
}
