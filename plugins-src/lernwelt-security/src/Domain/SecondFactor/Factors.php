<?php
/**
 * Second factors of the accounts.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\SecondFactor;

/** Sealed secrets and hashed recovery codes. Every time is Unix time. */
interface Factors {

	/**
	 * Sealed secret of an account.
	 *
	 * @param int $user_id Account.
	 * @return string|null Null when it has none.
	 */
	public function secret( int $user_id ): ?string;

	/**
	 * When the secret of an account was set up.
	 *
	 * @param int $user_id Account.
	 * @return int|null Null when it has none.
	 */
	public function since( int $user_id ): ?int;

	/**
	 * Gives an account a secret that has none.
	 *
	 * @param int    $user_id Account.
	 * @param string $sealed  Sealed secret.
	 * @param int    $step    Step of the code that confirmed it: it counts as used.
	 * @param int    $now     Now.
	 * @return bool Whether it had none.
	 */
	public function enrol( int $user_id, string $sealed, int $step, int $now ): bool;

	/**
	 * Gives an account another secret.
	 *
	 * @param int    $user_id Account.
	 * @param string $sealed  Sealed secret.
	 * @param int    $step    Step of the code that confirmed it.
	 * @param int    $now     Now.
	 * @param int    $before  The old one has to be older than this.
	 * @return bool Whether there was one that old.
	 */
	public function replace( int $user_id, string $sealed, int $step, int $now, int $before ): bool;

	/**
	 * Uses the code of a step up.
	 *
	 * @param int $user_id Account.
	 * @param int $step    Step.
	 * @return bool Whether neither it nor a later one had been used.
	 */
	public function use_step( int $user_id, int $step ): bool;

	/**
	 * Takes secret and codes away.
	 *
	 * @param int $user_id Account.
	 * @return bool Whether there was a secret.
	 */
	public function reset( int $user_id ): bool;

	/**
	 * Adds a recovery code.
	 *
	 * @param int    $user_id Account.
	 * @param string $hash    Its keyed hash.
	 * @param int    $expires When it is over; 0 for never.
	 */
	public function add_code( int $user_id, string $hash, int $expires ): void;

	/**
	 * Takes all recovery codes away.
	 *
	 * @param int $user_id Account.
	 */
	public function drop_codes( int $user_id ): void;

	/**
	 * Uses a recovery code up.
	 *
	 * @param int    $user_id Account.
	 * @param string $hash    Its keyed hash.
	 * @param int    $now     Now.
	 * @return bool Whether there was such a code.
	 */
	public function use_code( int $user_id, string $hash, int $now ): bool;

	/**
	 * How many recovery codes are left.
	 *
	 * @param int $user_id Account.
	 */
	public function codes_left( int $user_id ): int;
}
