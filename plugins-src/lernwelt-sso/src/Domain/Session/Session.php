<?php
/**
 * One session.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Session;

/** A browser that is logged in at one portal. No address and no kind of browser belongs to it. */
final readonly class Session {

	/** Seconds between two notes that it is still used. */
	public const SEEN_EVERY = 300;

	/**
	 * @param int         $id       Number of the row.
	 * @param string      $verifier Hash of the cookie's token.
	 * @param int         $user_id  Account, 0 for a pupil.
	 * @param int         $portal   Site it is good on.
	 * @param SessionKind $kind     How it began.
	 * @param int         $created  Unix time of the login.
	 * @param int         $seen     Unix time of the last request that was noted.
	 * @param int         $expires  Unix time of its end.
	 * @param int         $renew_at Unix time when its tokens should be renewed, 0 for never.
	 * @param string      $sealed   Encrypted tokens, '' for none.
	 */
	public function __construct(
		public int $id,
		public string $verifier,
		public int $user_id,
		public int $portal,
		public SessionKind $kind,
		public int $created,
		public int $seen,
		public int $expires,
		public int $renew_at,
		public string $sealed,
	) {}

	/**
	 * Whether it still is good. A request within the last five minutes may not have been noted, so somebody who comes
	 * back shortly before the limit may be too late; nobody is idle for longer.
	 *
	 * @param int           $now    Unix time.
	 * @param SessionLimits $limits Limits of its roles as they are now.
	 */
	public function holds( int $now, SessionLimits $limits ): bool {
		return $now < min( $this->expires, $this->created + $limits->absolute, $this->seen + $limits->idle );
	}

	/**
	 * Whether this request is worth a note.
	 *
	 * @param int $now Unix time.
	 */
	public function wants_note( int $now ): bool {
		// Pupils' sessions know no idle time, so nothing is noted.
		return SessionKind::Pupil !== $this->kind && $this->seen <= $now - self::SEEN_EVERY;
	}

	/**
	 * Whether its tokens should be renewed.
	 *
	 * @param int $now Unix time.
	 */
	public function wants_renewal( int $now ): bool {
		return 0 < $this->renew_at && $this->renew_at <= $now;
	}
}
