<?php
/**
 * How many wrong tries there are at one place.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Throttle;

/** A limit of one counter of an account. */
final readonly class Quota {

	/**
	 * @param Counter $counter What is counted.
	 * @param string  $place   Where: pseudonym of a network, or of a half login; '' for everywhere.
	 * @param int     $limit   How many wrong tries there are.
	 * @param int     $seconds After how long each is forgotten.
	 */
	public function __construct( public Counter $counter, public string $place, public int $limit, public int $seconds = Limits::WINDOW ) {}
}
