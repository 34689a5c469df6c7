<?php
/**
 * Contract of the stored dates.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use DateTimeImmutable;
use RuntimeException;

/** Dates of this portal. Every method that writes throws a RuntimeException when the database refuses. */
interface EventDates {

	/**
	 * One date.
	 *
	 * @param int $id Id.
	 */
	public function find( int $id ): ?EventDate;

	/**
	 * Several dates, one statement.
	 *
	 * @param list<int> $ids Ids.
	 * @return array<int, EventDate> Id → date; unknown ones are missing.
	 */
	public function find_all( array $ids ): array;

	/**
	 * Dates of an event, the earliest first.
	 *
	 * @param int $event_id Post.
	 * @return list<EventDate>
	 */
	public function of_event( int $event_id ): array;

	/**
	 * Dates that begin within a time, the earliest first.
	 *
	 * @param DateTimeImmutable $from  First instant.
	 * @param DateTimeImmutable $until First instant after it.
	 * @param int               $limit Most dates.
	 * @return list<EventDate>
	 */
	public function between( DateTimeImmutable $from, DateTimeImmutable $until, int $limit = 1000 ): array;

	/**
	 * All dates.
	 *
	 * @return list<int> Ids.
	 */
	public function ids(): array;

	/**
	 * Dates that ended within a time.
	 *
	 * @param DateTimeImmutable $from  First instant.
	 * @param DateTimeImmutable $until Last instant.
	 * @return list<int> Ids.
	 */
	public function ended( DateTimeImmutable $from, DateTimeImmutable $until ): array;

	/**
	 * Months from the first to the last date.
	 *
	 * @return list<string> `YYYY-MM`, without gaps; empty when there is no date.
	 */
	public function months(): array;

	/**
	 * Adds a date.
	 *
	 * @param int               $event_id Post.
	 * @param DateFacts         $facts    What editors say.
	 * @param string            $series   Key of the series, '' for none.
	 * @param DateTimeImmutable $now      Now.
	 * @return int Its id.
	 * @throws RuntimeException When the database refuses.
	 */
	public function add( int $event_id, DateFacts $facts, string $series, DateTimeImmutable $now ): int;

	/**
	 * Changes a date, if it still has the version that was seen and if no more seats are taken than it then has.
	 *
	 * @param int               $id       Date.
	 * @param DateFacts         $facts    What editors say now.
	 * @param int               $version  The version they saw.
	 * @param bool              $announce Whether calendars must hear of it: the sequence grows.
	 * @param DateTimeImmutable $now      Now.
	 * @return bool False when somebody was faster, or too many seats are taken: read it again and say which.
	 * @throws RuntimeException When the database refuses.
	 */
	public function change( int $id, DateFacts $facts, int $version, bool $announce, DateTimeImmutable $now ): bool;

	/**
	 * Calls a date off.
	 *
	 * @param int               $id  Date.
	 * @param DateTimeImmutable $now Now.
	 * @return bool False when it was called off before.
	 * @throws RuntimeException When the database refuses.
	 */
	public function cancel( int $id, DateTimeImmutable $now ): bool;

	/**
	 * Deletes a date that never had a booking, also no cancelled one.
	 *
	 * @param int $id Date.
	 * @return bool False when it has.
	 * @throws RuntimeException When the database refuses.
	 */
	public function remove( int $id ): bool;

	/**
	 * Takes one seat: the condition stands in the statement itself, so that no two take the last one.
	 *
	 * @param int $id      Date.
	 * @param int $version The version that was seen: nobody gets a seat of a date they didn't see.
	 * @return bool False when all are taken, the date was called off, or has another version: read it again and say which.
	 * @throws RuntimeException When the database refuses.
	 */
	public function take_seat( int $id, int $version ): bool;

	/**
	 * Gives one seat back.
	 *
	 * @param int $id Date.
	 * @throws RuntimeException When the database refuses.
	 */
	public function free_seat( int $id ): void;

	/**
	 * Notes that reminders were sent.
	 *
	 * @param int               $id  Date.
	 * @param DateTimeImmutable $now Now.
	 * @return bool False when they were before: whoever gets true sends them.
	 * @throws RuntimeException When the database refuses.
	 */
	public function note_reminder( int $id, DateTimeImmutable $now ): bool;

	/**
	 * Dates of events in numbers.
	 *
	 * @param list<int>         $event_ids Events.
	 * @param DateTimeImmutable $now       Now.
	 * @return array<int, EventSummary> Event → numbers; one for each event, without dates, too.
	 */
	public function summaries( array $event_ids, DateTimeImmutable $now ): array;
}
