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
	 */
	public function __construct(
		public string $key,
		public int $user_id,
		public int $portal,
		public Purpose $purpose,
		public string $new_secret,
		public bool $remember,
		public string $redirect_to,
	) {}

	/** Whether an app has to be set up first. */
	public function enrols(): bool {
		return '' !== $this->new_secret;
	}

	/**
	 * The same step with a secret to set up.
	 *
	 * @param string $sealed Sealed secret.
	 */
	public function enrolling( string $sealed ): self {
		return new self( $this->key, $this->user_id, $this->portal, $this->purpose, $sealed, $this->remember, $this->redirect_to );
	}
}
