<?php
/**
 * One at a time.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use InvalidArgumentException;
use Lernwelt\Core\Persistence\LockTable;
use RuntimeException;

/**
 * Locks of the current portal, rows with an owner and an end: they work alike on every database and outlive no dead
 * process for long. Don't take or renew one inside a transaction: others would see it only at its end.
 */
final class Locks {

	/**
	 * @param LockTable $table Locks.
	 * @param Clock     $clock Time.
	 */
	public function __construct(
		private readonly LockTable $table,
		private readonly Clock $clock,
	) {}

	/**
	 * Takes a lock unless somebody holds it; doesn't wait.
	 *
	 * @param string $name    Lower-case letters, digits and hyphens, at most 64: `places-import`.
	 * @param int    $seconds How long it holds without being renewed, at least 1.
	 * @return ?Lease Null when somebody else holds it.
	 * @throws InvalidArgumentException For a name or length that can't be.
	 * @throws RuntimeException         When the database refuses.
	 */
	public function acquire( string $name, int $seconds ): ?Lease {
		if ( 1 !== preg_match( '/^[a-z0-9-]{1,64}$/D', $name ) || $seconds < 1 ) {
			throw new InvalidArgumentException( "\"$name\" for $seconds seconds can't be a lock." );
		}
		$owner = bin2hex( random_bytes( 16 ) );
		$now   = $this->clock->now()->getTimestamp();
		return $this->table->take( $name, $owner, $now, $now + $seconds ) ? new Lease( $this->table, $this->clock, $name, $owner, $seconds ) : null;
	}
}
