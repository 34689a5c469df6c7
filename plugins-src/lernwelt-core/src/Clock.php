<?php
/**
 * Time as a dependency.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use DateTimeImmutable;

/** Tells the time; tests hand in one that stands still. */
interface Clock {

	/** The current instant, always in UTC. */
	public function now(): DateTimeImmutable;
}
