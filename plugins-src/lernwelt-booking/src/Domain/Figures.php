<?php
/**
 * Contract of the counted bookings.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use DateTimeImmutable;

/** Counts in the database; no row has a name in it. */
interface Figures {

	/**
	 * Dates that begin within a time.
	 *
	 * @param DateTimeImmutable $from  First instant.
	 * @param DateTimeImmutable $until First instant after it.
	 * @return list<array{id: int, event_id: int, starts_at: DateTimeImmutable, zone: string, state: DateState, capacity: int}>
	 */
	public function dates( DateTimeImmutable $from, DateTimeImmutable $until ): array;

	/**
	 * Bookings of these dates, by date.
	 *
	 * @param DateTimeImmutable $from  First instant.
	 * @param DateTimeImmutable $until First instant after it.
	 * @return list<array{date_id: int, state: BookingState, attended: bool, count: int}>
	 */
	public function bookings_by_date( DateTimeImmutable $from, DateTimeImmutable $until ): array;

	/**
	 * Bookings of these dates, by what was known of the school when they were made.
	 *
	 * @param DateTimeImmutable $from  First instant.
	 * @param DateTimeImmutable $until First instant after it.
	 * @return list<array{district: string, type: string, startchancen: ?bool, state: BookingState, attended: bool, count: int}> '' and null for unknown.
	 */
	public function bookings_by_school( DateTimeImmutable $from, DateTimeImmutable $until ): array;
}
