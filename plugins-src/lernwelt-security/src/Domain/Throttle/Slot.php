<?php
/**
 * A place that a try holds.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Throttle;

/** One of the allowed wrong tries of a counter. */
final readonly class Slot {

	/**
	 * @param Counter $counter What is counted.
	 * @param string  $place   Where.
	 * @param int     $number  Which one.
	 */
	public function __construct( public Counter $counter, public string $place, public int $number ) {}
}
