<?php
/**
 * Where states are kept.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

use Lernwelt\Sso\Domain\LoginRefused;

/** Remembers what is under way, and lets each of it be finished once, in the browser that began it. */
interface StateStore {

	/**
	 * @param StateKind    $kind    What it is for.
	 * @param LoginSecrets $secrets State and browser.
	 * @param string       $browser Secret of the browser.
	 * @param PendingLogin $pending What is remembered.
	 */
	public function keep( StateKind $kind, LoginSecrets $secrets, #[\SensitiveParameter] string $browser, PendingLogin $pending ): void;

	/**
	 * Takes a state: exactly one of several takers gets it.
	 *
	 * @param StateKind $kind    What it must be for.
	 * @param string    $state   What came back.
	 * @param string    $browser Secret of the browser, '' when it sent none.
	 * @throws StateExpired When it took too long.
	 * @throws LoginRefused With reason `state_missing`, `state_unknown`, `state_used` or `state_other_browser`.
	 */
	public function take( StateKind $kind, #[\SensitiveParameter] string $state, #[\SensitiveParameter] string $browser ): PendingLogin;

	/** Deletes what is long over. */
	public function purge(): void;
}
