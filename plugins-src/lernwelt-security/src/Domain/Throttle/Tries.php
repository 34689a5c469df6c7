<?php
/**
 * Memory of wrong tries.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Throttle;

/** Counters that stay right when requests come at the same moment. Every time is Unix time. */
interface Tries {

	/**
	 * Takes one of an account's wrong tries.
	 *
	 * @param string $account Pseudonym of the account.
	 * @param Quota  $quota   Where, and how many there are.
	 * @param string $owner   Random name of the try.
	 * @param int    $now     Now.
	 * @return Slot|null Which one; null when all are taken.
	 */
	public function take( string $account, Quota $quota, string $owner, int $now ): ?Slot;

	/**
	 * Gives a try back that wasn't wrong.
	 *
	 * @param Attempt $attempt The try.
	 */
	public function give_back( Attempt $attempt ): void;

	/**
	 * Forgets an account's wrong tries from one network.
	 *
	 * @param Subject $subject Account and network.
	 */
	public function clear( Subject $subject ): void;

	/**
	 * Counts a try on an account, from wherever.
	 *
	 * @param Subject $subject Account.
	 * @param int     $now     Now.
	 * @param int     $expires When a new count is forgotten.
	 * @return int Tries so far, this one included.
	 */
	public function count( Subject $subject, int $now, int $expires ): int;

	/**
	 * Takes one off that count.
	 *
	 * @param Subject $subject Account.
	 */
	public function uncount( Subject $subject ): void;

	/**
	 * Lets one try of all networks that an account doesn't know pass, if their wait is over, and begins the next wait.
	 *
	 * @param Subject $subject Account.
	 * @param int     $now     Now.
	 * @param int     $until   When the next one may pass if this one does.
	 * @param int     $expires When the wait is forgotten.
	 * @return int When a try may pass; not later than now: this one has passed.
	 */
	public function pass( Subject $subject, int $now, int $until, int $expires ): int;

	/**
	 * Remembers that the account logged in from this network.
	 *
	 * @param Subject $subject Account and network.
	 * @param int     $expires When that is forgotten.
	 */
	public function remember( Subject $subject, int $expires ): void;

	/**
	 * Whether the account logged in from this network.
	 *
	 * @param Subject $subject Account and network.
	 * @param int     $now     Now.
	 */
	public function knows( Subject $subject, int $now ): bool;
}
