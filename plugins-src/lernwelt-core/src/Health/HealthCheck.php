<?php
/**
 * Something that is watched.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Health;

use Throwable;

/**
 * Looks at one thing. It is asked every few seconds, also by guests, and while other things are broken: it takes a few
 * milliseconds, waits for nobody longer than a second, and changes nothing that anybody sees.
 */
interface HealthCheck {

	/** What it is, for people, translated: "Database". */
	public function label(): string;

	/** Why it is watched, and what suffers without it: one translated sentence. */
	public function purpose(): string;

	/** What to do when it isn't ok: one or two translated sentences. */
	public function advice(): string;

	/** Whether the portal can't work without it: `/readyz` then answers 503 and no visitor is sent to this server. */
	public function is_critical(): bool;

	/** Whose state it tells. */
	public function scope(): HealthScope;

	/**
	 * Looks now, at the current portal.
	 *
	 * @throws Throwable Counts as failed, with its message as the reason.
	 */
	public function run(): HealthResult;
}
