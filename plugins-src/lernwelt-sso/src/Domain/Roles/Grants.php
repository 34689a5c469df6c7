<?php
/**
 * Roles that came from claims.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Roles;

use RuntimeException;

/** Which roles the role table granted, for the whole network. Only these may it ever take away. */
interface Grants {

	/**
	 * Granted roles of an account.
	 *
	 * @param int $user_id Account.
	 * @return array<int, list<string>> Site → role slugs.
	 */
	public function of( int $user_id ): array;

	/**
	 * Notes a role.
	 *
	 * @param int    $user_id Account.
	 * @param int    $portal  Site.
	 * @param string $role    Role slug.
	 * @throws RuntimeException When the database refuses.
	 */
	public function add( int $user_id, int $portal, string $role ): void;

	/**
	 * Forgets a role.
	 *
	 * @param int    $user_id Account.
	 * @param int    $portal  Site.
	 * @param string $role    Role slug.
	 * @throws RuntimeException When the database refuses.
	 */
	public function remove( int $user_id, int $portal, string $role ): void;

	/**
	 * Forgets all roles of an account.
	 *
	 * @param int $user_id Account.
	 * @throws RuntimeException When the database refuses.
	 */
	public function forget( int $user_id ): void;

	/**
	 * Name of the account's field that holds its rights on a portal.
	 *
	 * @param int $portal Site.
	 */
	public function field( int $portal ): string;

	/**
	 * Portals whose rights stand in an account's fields, portals out of service included.
	 *
	 * @param list<string> $fields Names of all fields of the account.
	 * @return list<int> Sites.
	 */
	public function portals_in( array $fields ): array;
}
