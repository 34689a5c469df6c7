<?php
/**
 * Half a login.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\SecondFactor;

/** What the server remembers between password and code. The browser holds nothing but a random name for it. */
final readonly class PendingStep {

	/** Seconds until the password has to be typed again. */
	public const LIFETIME = 600;

	/**
	 * @param string  $key         Hash of the random name.
	 * @param int     $user_id     Account whose password was right.
	 * @param int     $portal      Site it belongs to.
	 * @param Purpose $purpose     What comes after it.
	 * @param string  $new_secret  Sealed secret that waits for its first code; '' when there is one already.
	 * @param bool    $remember    Whether the login is to last.
	 * @param string  $redirect_to Where the person wanted to go.
	 * @param int     $opened      When it was opened, Unix time; 0 before.
	 */
	public function __construct(
		public string $key,
		public int $user_id,
		public int $portal,
		public Purpose $purpose,
		public string $new_secret,
		public bool $remember,
		public string $redirect_to,
		public int $opened = 0,
	) {}

	/** Whether an app has to be set up first. */
	public function enrols(): bool {
		return '' !== $this->new_secret;
	}

	/**
	 * Whether it is over because of a second factor that was set up since: only a step that began with a code of the
	 * old app replaces one.
	 *
	 * @param bool $is_set_up Whether the account has one now.
	 */
	public function is_overtaken( bool $is_set_up ): bool {
		return $this->enrols() && $is_set_up !== ( Purpose::Replace === $this->purpose );
	}
}
