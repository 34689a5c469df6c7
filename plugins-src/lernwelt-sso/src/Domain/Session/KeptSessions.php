<?php
/**
 * Where sessions are kept.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Session;

use SensitiveParameter;

/** One row a session. */
interface KeptSessions {

	/**
	 * Writes a new session.
	 *
	 * @param Session $session     Session; its number doesn't count.
	 * @param ?string $sid_key     Keyed hash of the provider's session.
	 * @param ?string $subject_key Keyed hash of the identity.
	 * @return bool False when there is one with this verifier already.
	 */
	public function insert( Session $session, ?string $sid_key = null, ?string $subject_key = null ): bool;

	/**
	 * @param string $verifier Hash of a cookie's token.
	 * @param bool   $fresh    Whether another process may have changed it meanwhile.
	 */
	public function find( string $verifier, bool $fresh = false ): ?Session;

	/**
	 * @param int $id Number.
	 */
	public function get( int $id ): ?Session;

	/**
	 * Notes a request, once in five minutes whoever comes first.
	 *
	 * @param Session $session Session.
	 * @param int     $now     Unix time.
	 */
	public function touch( Session $session, int $now ): void;

	/**
	 * Keeps other tokens.
	 *
	 * @param Session $session  Session.
	 * @param string  $sealed   Encrypted tokens.
	 * @param int     $renew_at When they should be renewed, 0 for never.
	 */
	public function keep_tokens( Session $session, #[SensitiveParameter] string $sealed, int $renew_at ): void;

	/**
	 * Gives a session another end.
	 *
	 * @param string $verifier Hash of the cookie's token.
	 * @param int    $user_id  Account it must belong to.
	 * @param int    $expires  Unix time.
	 */
	public function move_end( string $verifier, int $user_id, int $expires ): void;

	/**
	 * Deletes sessions.
	 *
	 * @param list<Session> $sessions Sessions.
	 * @return int How many there still were.
	 */
	public function delete( array $sessions ): int;

	/**
	 * Sessions of an account.
	 *
	 * @param int  $user_id Account.
	 * @param ?int $portal  Site; null for all.
	 * @return list<Session>
	 */
	public function of_user( int $user_id, ?int $portal = null ): array;

	/**
	 * Sessions that came from a session of the provider.
	 *
	 * @param string $sid_key Keyed hash.
	 * @return list<Session>
	 */
	public function of_sid( string $sid_key ): array;

	/**
	 * Sessions of an identity.
	 *
	 * @param string $subject_key Keyed hash.
	 * @return list<Session>
	 */
	public function of_subject( string $subject_key ): array;

	/**
	 * Newest sessions first.
	 *
	 * @param int $portal Site, 0 for all.
	 * @param int $now    Unix time; what is over by then is left out.
	 * @param int $offset Rows to leave out.
	 * @param int $limit  Rows at most.
	 * @return list<Session>
	 */
	public function page( int $portal, int $now, int $offset, int $limit ): array;

	/**
	 * Number of sessions.
	 *
	 * @param int $portal Site, 0 for all.
	 * @param int $now    Unix time; what is over by then isn't counted.
	 */
	public function count( int $portal, int $now ): int;

	/**
	 * Sessions that are over.
	 *
	 * @param int $now    Unix time.
	 * @param int $unused Unix time before which whoever wasn't seen has gone.
	 * @return list<Session> At most 500.
	 */
	public function over( int $now, int $unused ): array;
}
