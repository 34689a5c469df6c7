<?php
/**
 * One value of a filter, counted.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

/** A value to choose. */
final readonly class FacetValue {

	/**
	 * @param string $value    Value.
	 * @param string $label    Translated word.
	 * @param int    $count    How many records would be shown with this value, the other filters as they are.
	 * @param bool   $selected Whether it is chosen.
	 */
	public function __construct( public string $value, public string $label, public int $count, public bool $selected ) {}
}
