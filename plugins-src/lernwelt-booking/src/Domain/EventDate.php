<?php
/**
 * A date of an event.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use DateTimeImmutable;

/** What can be booked: one occasion of an event, as it was when it was read. */
final readonly class EventDate {

	/**
	 * @param int                $id          Id.
	 * @param int                $event_id    Post of the event.
	 * @param DateFacts          $facts       What editors say.
	 * @param int                $booked      Seats taken.
	 * @param DateState          $state       Whether it was called off.
	 * @param string             $series      Key of the series it was made with, '' for none.
	 * @param int                $sequence    Version of the calendar entry: grows with each change people must hear of.
	 * @param int                $version     Version of the row: whoever saves says which one they saw.
	 * @param ?DateTimeImmutable $reminded_at When reminders were sent, UTC.
	 */
	public function __construct(
		public int $id,
		public int $event_id,
		public DateFacts $facts,
		public int $booked = 0,
		public DateState $state = DateState::Planned,
		public string $series = '',
		public int $sequence = 0,
		public int $version = 1,
		public ?DateTimeImmutable $reminded_at = null,
	) {}

	/** Seats left. */
	public function free(): int {
		return max( 0, $this->facts->capacity - $this->booked );
	}

	/**
	 * Whether it is over.
	 *
	 * @param DateTimeImmutable $now Now.
	 */
	public function is_over( DateTimeImmutable $now ): bool {
		return $now >= $this->facts->period->end;
	}
}
