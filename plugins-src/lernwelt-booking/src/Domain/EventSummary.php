<?php
/**
 * An event's dates in numbers.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** What a list of events says about each one. */
final readonly class EventSummary {

	/**
	 * @param int        $dates           Dates, called-off ones included.
	 * @param int        $planned         Dates that weren't called off.
	 * @param int        $upcoming        Those of them that haven't ended.
	 * @param int        $booked          Seats taken in all dates that weren't called off.
	 * @param int        $seats           Seats of them.
	 * @param int        $upcoming_booked Seats taken in dates to come.
	 * @param int        $upcoming_seats  Seats of them.
	 * @param ?EventDate $next            The first date to come.
	 */
	public function __construct(
		public int $dates = 0,
		public int $planned = 0,
		public int $upcoming = 0,
		public int $booked = 0,
		public int $seats = 0,
		public int $upcoming_booked = 0,
		public int $upcoming_seats = 0,
		public ?EventDate $next = null,
	) {}

	/**
	 * How the event stands.
	 *
	 * @param bool $published Whether everybody sees it.
	 * @param bool $scheduled Whether it will be published by itself.
	 */
	public function state( bool $published, bool $scheduled ): EventState {
		return match ( true ) {
			$scheduled => EventState::Scheduled,
			! $published => EventState::Draft,
			0 < $this->dates && 0 === $this->planned => EventState::Cancelled,
			0 < $this->planned && 0 === $this->upcoming => EventState::Over,
			default => EventState::Published,
		};
	}
}
