<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Clock;

/** A clock that stands still until it is told to go on. */
final class FrozenClock implements Clock {

	private DateTimeImmutable $now;

	/**
	 * @param string $now Instant in UTC, e.g. `2026-03-02 08:00:00`.
	 */
	public function __construct( string $now = '2026-03-02 08:00:00' ) {
		$this->now = new DateTimeImmutable( $now, new DateTimeZone( 'UTC' ) );
	}

	public function now(): DateTimeImmutable {
		return $this->now;
	}

	/**
	 * Goes on.
	 *
	 * @param string $by E.g. `+61 seconds`.
	 */
	public function advance( string $by ): void {
		$this->now = $this->now->modify( $by );
	}
}
