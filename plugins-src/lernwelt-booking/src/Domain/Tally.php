<?php
/**
 * Numbers of some dates or bookings.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** A line of the statistics. What doesn't belong to a dimension stays 0: a district offers no seats. */
final class Tally {

	/** @var array<int, true> Events that were counted. */
	private array $events = [];

	/** Dates that took or take place. */
	public int $dates = 0;

	/** Dates that were called off. */
	public int $called_off = 0;

	/** Seats of dates that took or take place. */
	public int $seats = 0;

	/** Bookings that hold a seat. */
	public int $booked = 0;

	/** Of these, people who came. */
	public int $attended = 0;

	/** Bookings that were cancelled, by whomever. */
	public int $cancelled = 0;

	/**
	 * Counts a date.
	 *
	 * @param int       $event_id Its event.
	 * @param DateState $state    Its state.
	 * @param int       $capacity Its seats.
	 */
	public function add_date( int $event_id, DateState $state, int $capacity ): void {
		$this->events[ $event_id ] = true;
		$planned                   = DateState::Planned === $state;
		$this->dates              += (int) $planned;
		$this->called_off         += (int) ! $planned;
		$this->seats              += $planned ? $capacity : 0;
	}

	/**
	 * Counts bookings.
	 *
	 * @param BookingState $state    Their state.
	 * @param bool         $attended Whether they came.
	 * @param int          $count    How many.
	 */
	public function add_bookings( BookingState $state, bool $attended, int $count ): void {
		$holds            = BookingState::Booked === $state;
		$this->booked    += $holds ? $count : 0;
		$this->attended  += $holds && $attended ? $count : 0;
		$this->cancelled += $holds ? 0 : $count;
	}

	/**
	 * All numbers.
	 *
	 * @return array{events: int, dates: int, called_off: int, seats: int, booked: int, attended: int, cancelled: int}
	 */
	public function numbers(): array {
		return [
			'events'     => count( $this->events ),
			'dates'      => $this->dates,
			'called_off' => $this->called_off,
			'seats'      => $this->seats,
			'booked'     => $this->booked,
			'attended'   => $this->attended,
			'cancelled'  => $this->cancelled,
		];
	}
}
