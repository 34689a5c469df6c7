<?php
/**
 * A rule of retention.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Retention;

use DateTimeImmutable;
use Throwable;

/**
 * Says when personal data of the current portal have to go, and takes them away. Registered by the plugin whose tables
 * they are in; the command `wp lernwelt retention run` does the rest.
 */
interface RetentionRule {

	/** Name in journal and reports: lower-case letters, digits, `_` and `-`, up to 40, e.g. `bookings`. */
	public function id(): string;

	/** What goes when, for people, translated: "Bookings: anonymised 12 months after the event". */
	public function label(): string;

	/**
	 * How many objects are past their time.
	 *
	 * @param DateTimeImmutable $now Instant, UTC.
	 */
	public function due( DateTimeImmutable $now ): int;

	/**
	 * Takes away what is past its time, in batches: each one transaction together with its lines of the journal, so that
	 * an interrupted run has done its batches wholly. What was done already is not due any more.
	 *
	 * @param DateTimeImmutable $now     Instant, UTC.
	 * @param Journal           $journal Takes a line for each object.
	 * @return int How many objects were done.
	 * @throws Throwable When a batch doesn't work; those before it are kept.
	 */
	public function apply( DateTimeImmutable $now, Journal $journal ): int;
}
