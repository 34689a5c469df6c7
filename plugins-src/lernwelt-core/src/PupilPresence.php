<?php
/**
 * Whether a pupil sent this request.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/**
 * A pupil has no account. lernwelt-sso calls enter() early in a request that carries a pupil's session; from then on
 * the role's capabilities count for user 0, and `Viewer::current()` is no guest.
 */
final class PupilPresence {

	/** Role of pupils; no user ever has it. */
	public const ROLE = Role::PUPIL;

	private bool $present = false;

	/** Whether a pupil sent this request. A user who logs in at the same browser is no pupil. */
	public function is_present(): bool {
		return $this->present && 0 === get_current_user_id();
	}

	/** Says that a pupil is there. */
	public function enter(): void {
		$this->present = true;
	}

	/** Says that the pupil's session has ended. */
	public function leave(): void {
		$this->present = false;
	}
}
