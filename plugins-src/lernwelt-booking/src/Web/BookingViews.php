<?php
/**
 * Makes views of bookings.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Web;

use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Parts;

/** Joins bookings with their dates and events, one statement for all. */
final readonly class BookingViews {

	/**
	 * @param Parts $parts Shared objects.
	 */
	public function __construct( private Parts $parts ) {}

	/**
	 * Views of bookings whose event still is there.
	 *
	 * @param list<Booking> $bookings Bookings.
	 * @param int           $user_id  Who reads, 0 for whoever has the link.
	 * @return list<array{start: int, view: BookingView}> With the moment of the start.
	 */
	public function of( array $bookings, int $user_id ): array {
		$dates = [] === $bookings ? [] : $this->parts->dates()->find_all( array_map( static fn ( Booking $booking ): int => $booking->date_id, $bookings ) );
		$this->parts->events()->read_ahead( array_map( static fn ( EventDate $date ): int => $date->event_id, array_values( $dates ) ) );
		$views = [];
		foreach ( $bookings as $booking ) {
			$date  = $dates[ $booking->date_id ] ?? null;
			$event = null === $date ? null : $this->parts->events()->find( $date->event_id );
			if ( null !== $date && null !== $event ) {
				$calendar = BookingState::Booked === $booking->state && ! $date->is_over( $this->parts->services->clock->now() ) ? $this->parts->links()->calendar( $booking ) : '';
				$views[]  = [
					'start' => $date->facts->period->start->getTimestamp(),
					'view'  => new BookingView( $booking, $date, $event, $this->parts->services->clock->now(), $calendar, 0 === $user_id || $booking->person->user_id === $user_id ),
				];
			}
		}
		return $views;
	}
}
