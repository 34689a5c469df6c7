<?php
/**
 * Where sessions are kept.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Session;

/** The table of sessions. */
interface SessionStore {

	/**
	 * @param string $verifier SHA-256 of the browser's token.
	 */
	public function find( string $verifier ): ?Session;

	/**
	 * @param Session $session New session.
	 */
	public function add( Session $session ): void;

	/**
	 * Notes a request; changes nothing when another request did so after `$before`.
	 *
	 * @param string $verifier Session.
	 * @param int    $now      Unix time.
	 * @param int    $before   Unix time: younger notes stay.
	 */
	public function touch( string $verifier, int $now, int $before ): void;

	/**
	 * @param string $verifier Session.
	 * @param int    $expires  Unix time.
	 */
	public function limit( string $verifier, int $expires ): void;

	/**
	 * Ties a session to a login at the provider.
	 *
	 * @param string $verifier Session.
	 * @param string $sid      Keyed name of the provider's session, '' for none.
	 * @param string $subject  Keyed name of the identity.
	 * @param string $secret   Encrypted tokens.
	 */
	public function bind( string $verifier, string $sid, string $subject, string $secret ): void;

	/**
	 * Replaces the encrypted tokens.
	 *
	 * @param string $verifier Session.
	 * @param string $secret   Encrypted tokens.
	 */
	public function seal( string $verifier, string $secret ): void;

	/**
	 * @param string $verifier Session.
	 * @return int How many ended: 0 or 1.
	 */
	public function end( string $verifier ): int;

	/**
	 * @param string $sid Keyed name of the provider's session.
	 * @return int How many ended.
	 */
	public function end_sid( string $sid ): int;

	/**
	 * @param string $subject Keyed name of an identity.
	 * @return int How many ended.
	 */
	public function end_subject( string $subject ): int;

	/**
	 * @param int    $user_id Account.
	 * @param ?int   $portal  Site; null for all.
	 * @param string $but     Verifier of a session that stays, '' for none.
	 * @return int How many ended.
	 */
	public function end_user( int $user_id, ?int $portal = null, string $but = '' ): int;

	/**
	 * Sessions of an account that aren't over.
	 *
	 * @param int $user_id Account.
	 * @param int $portal  Site.
	 * @param int $now     Unix time.
	 * @return list<Session>
	 */
	public function of_user( int $user_id, int $portal, int $now ): array;

	/**
	 * A page of sessions that aren't over, the latest first.
	 *
	 * @param ?int $portal Site; null for all.
	 * @param int  $now    Unix time.
	 * @param int  $page   Page, from 1.
	 * @param int  $size   Sessions a page.
	 * @return array{int, list<Session>} Number of all, and those of the page.
	 */
	public function page( ?int $portal, int $now, int $page, int $size ): array;

	/**
	 * Ends all, or all of a portal.
	 *
	 * @param ?int $portal Site; null for all.
	 * @return int How many ended.
	 */
	public function end_all( ?int $portal ): int;

	/**
	 * Deletes what is over.
	 *
	 * @param int $now Unix time.
	 */
	public function purge( int $now ): void;
}
