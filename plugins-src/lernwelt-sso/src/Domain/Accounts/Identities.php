<?php
/**
 * Known identities.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Accounts;

use RuntimeException;

/**
 * Identity → account, for the whole network. claim() and touch() write first, so that two logins of one person wait for
 * each other in a transaction on every database.
 */
interface Identities {

	/**
	 * Writes an identity down unless it is there.
	 *
	 * @param Identity $identity Who somebody is.
	 * @return bool Whether it is new; it then has no account until assign().
	 * @throws RuntimeException When the database refuses.
	 */
	public function claim( Identity $identity ): bool;

	/**
	 * Gives a claimed identity its account.
	 *
	 * @param Identity $identity Who somebody is.
	 * @param int      $user_id  Account.
	 * @throws RuntimeException When the identity or the account belongs to another one already.
	 */
	public function assign( Identity $identity, int $user_id ): void;

	/**
	 * Counts a login and keeps others of the same person waiting until the transaction ends.
	 *
	 * @param Identity $identity Who somebody is.
	 * @throws RuntimeException When the database refuses.
	 */
	public function touch( Identity $identity ): void;

	/**
	 * Account of an identity.
	 *
	 * @param Identity $identity Who somebody is.
	 * @return ?int Null when nobody knows the identity.
	 */
	public function user_of( Identity $identity ): ?int;

	/**
	 * Whether an account belongs to an identity.
	 *
	 * @param int $user_id Account.
	 */
	public function has( int $user_id ): bool;

	/**
	 * Forgets whose an account is.
	 *
	 * @param int $user_id Account.
	 * @return bool Whether it was somebody's.
	 * @throws RuntimeException When the database refuses.
	 */
	public function forget( int $user_id ): bool;
}
