<?php
/**
 * A lock that somebody holds.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Lernwelt\Core\Persistence\LockTable;
use RuntimeException;

/** Got from {@see Locks::acquire()}; ends by itself after its seconds, so that a dead process blocks nobody for long. */
final class Lease {

	private bool $held = true;

	/**
	 * @param LockTable $table   Locks.
	 * @param Clock     $clock   Time.
	 * @param string    $name    Name of the lock.
	 * @param string    $owner   Who holds it, random.
	 * @param int       $seconds How long it holds without being renewed.
	 */
	public function __construct(
		private readonly LockTable $table,
		private readonly Clock $clock,
		private readonly string $name,
		private readonly string $owner,
		private readonly int $seconds,
	) {}

	/**
	 * Makes it last its seconds again from now.
	 *
	 * @return bool False when somebody else took it meanwhile: stop working.
	 * @throws RuntimeException When the database refuses.
	 */
	public function renew(): bool {
		$this->held = $this->held && $this->table->renew( $this->name, $this->owner, $this->clock->now()->getTimestamp() + $this->seconds );
		return $this->held;
	}

	/**
	 * Gives it back; does nothing when it was lost.
	 *
	 * @throws RuntimeException When the database refuses.
	 */
	public function release(): void {
		if ( $this->held ) {
			$this->held = false;
			$this->table->release( $this->name, $this->owner );
		}
	}
}
