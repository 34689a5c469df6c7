<?php
/**
 * Logout tokens that were used.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

/** Remembers logout tokens, so that each works once. */
interface LogoutTokenStore {

	/**
	 * @param string $issuer  Who made it.
	 * @param string $id      `jti`.
	 * @param int    $expires Unix time when it need not be remembered any longer.
	 * @return bool Whether it is the first time.
	 */
	public function use_once( string $issuer, string $id, int $expires ): bool;

	/** Deletes what is over. */
	public function purge(): void;
}
