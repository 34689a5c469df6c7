<?php
/**
 * A booking.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use DateTimeImmutable;

/** One person's seat at one date. */
final readonly class Booking {

	/**
	 * @param int                                $id            Id.
	 * @param string                             $number        Number that people see, e.g. `7KQ2MXP4TC`.
	 * @param int                                $date_id       Date.
	 * @param Person                             $person        Who comes; without name and address after anonymisation. Roles: the one that was decisive, or none.
	 * @param BookingState                       $state         Whether it holds a seat.
	 * @param int                                $booked_by     Account that booked, 0 for the person.
	 * @param array<string, string|list<string>> $answers       Question → answer.
	 * @param string                             $note          Note of the organisers.
	 * @param ?bool                              $attended      Whether they came; null for not marked.
	 * @param int                                $sequence      Version of the calendar entry.
	 * @param DateTimeImmutable                  $booked_at     When, UTC.
	 * @param ?DateTimeImmutable                 $cancelled_at  When it was cancelled, UTC.
	 * @param ?CancelledBy                       $cancelled_by  Who cancelled it.
	 * @param ?DateTimeImmutable                 $anonymised_at When it was anonymised, UTC.
	 */
	public function __construct(
		public int $id,
		public string $number,
		public int $date_id,
		public Person $person,
		public BookingState $state,
		public int $booked_by,
		public array $answers,
		public string $note,
		public ?bool $attended,
		public int $sequence,
		public DateTimeImmutable $booked_at,
		public ?DateTimeImmutable $cancelled_at = null,
		public ?CancelledBy $cancelled_by = null,
		public ?DateTimeImmutable $anonymised_at = null,
	) {}
}
