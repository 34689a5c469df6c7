<?php
/**
 * Who is logged in.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application;

use Lernwelt\Sso\Domain\LogoutNotice;
use Lernwelt\Sso\Domain\VerifiedLogin;

/** Opens and ends sessions of the current portal; back-channel logout reaches all portals. */
interface Sessions {

	/**
	 * Logs a user in: session row, cookies of this host.
	 *
	 * @param int           $user_id Account.
	 * @param VerifiedLogin $login   Login it comes from.
	 */
	public function open_for_user( int $user_id, VerifiedLogin $login ): void;

	/**
	 * Lets a pupil in without an account. Only the role and a keyed hash of `sid` are kept – no token, subject, name.
	 *
	 * @param VerifiedLogin $login Login it comes from.
	 */
	public function open_for_pupil( VerifiedLogin $login ): void;

	/**
	 * Ends the session of this request and takes its cookies back.
	 *
	 * @return ?string ID token of the session for `id_token_hint`; '' for a session without (pupils); null when there was none that came from the provider.
	 */
	public function end_current(): ?string;

	/**
	 * Ends what a logout token names, on all portals.
	 *
	 * @param LogoutNotice $notice Verified notice.
	 * @return int Number of sessions that ended.
	 */
	public function end_named( LogoutNotice $notice ): int;

	/**
	 * Ends all sessions of an account on one portal or on all.
	 *
	 * @param int  $user_id Account.
	 * @param ?int $portal  Site; null for all.
	 * @return int Number of sessions that ended.
	 */
	public function end_for_user( int $user_id, ?int $portal = null ): int;
}
