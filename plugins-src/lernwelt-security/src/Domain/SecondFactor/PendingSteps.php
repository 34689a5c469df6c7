<?php
/**
 * Memory of half logins.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\SecondFactor;

/** Rows that live ten minutes and are used once. Every time is Unix time. */
interface PendingSteps {

	/**
	 * Remembers a step.
	 *
	 * @param PendingStep $step    Step.
	 * @param int         $expires When it is over.
	 */
	public function open( PendingStep $step, int $expires ): void;

	/**
	 * Finds one.
	 *
	 * @param string $key Hash of its name.
	 * @param int    $now Now.
	 */
	public function find( string $key, int $now ): ?PendingStep;

	/**
	 * Ends one.
	 *
	 * @param string $key Hash of its name.
	 * @return bool Whether it was this call that ended it.
	 */
	public function close( string $key ): bool;

	/**
	 * Ends all of an account.
	 *
	 * @param int $user_id Account.
	 */
	public function forget( int $user_id ): void;
}
