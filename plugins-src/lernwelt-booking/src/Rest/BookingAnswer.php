<?php
/**
 * Bookings as answers.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Rest;

use Lernwelt\Booking\Content\BookingLinks;
use Lernwelt\Booking\Content\When;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingPolicy;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Events;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Data\Moment;

/** What people see of their own bookings; see schemas/booking.json. */
final readonly class BookingAnswer {

	/**
	 * @param EventDates   $dates  Dates.
	 * @param Events       $events Events.
	 * @param BookingLinks $links  Links.
	 * @param Clock        $clock  Time.
	 */
	public function __construct( private EventDates $dates, private Events $events, private BookingLinks $links, private Clock $clock ) {}

	/**
	 * One booking.
	 *
	 * @param Booking $booking Booking.
	 * @return array<string, mixed>
	 */
	public function of( Booking $booking ): array {
		return $this->all( [ $booking ] )[0] ?? [];
	}

	/**
	 * Bookings whose date still is there.
	 *
	 * @param list<Booking> $bookings Bookings.
	 * @return list<array<string, mixed>>
	 */
	public function all( array $bookings ): array {
		$dates = [] === $bookings ? [] : $this->dates->find_all( array_map( static fn ( Booking $booking ): int => $booking->date_id, $bookings ) );
		$this->events->read_ahead( array_map( static fn ( EventDate $date ): int => $date->event_id, array_values( $dates ) ) );
		$items = [];
		foreach ( $bookings as $booking ) {
			$date  = $dates[ $booking->date_id ] ?? null;
			$event = null === $date ? null : $this->events->find( $date->event_id );
			if ( null === $date || null === $event ) {
				continue;
			}
			$held    = BookingState::Booked === $booking->state;
			$items[] = [
				'number'       => $booking->number,
				'state'        => $booking->state->value,
				'name'         => $booking->person->name,
				'own'          => get_current_user_id() === $booking->person->user_id,
				'event'        => [
					'id'    => $event->id,
					'title' => $event->title,
					'url'   => $event->url,
				],
				'date'         => [
					'id'    => $date->id,
					'state' => $date->state->value,
					'start' => Moment::text( $date->facts->period->start ),
					'end'   => Moment::text( $date->facts->period->end ),
					'when'  => When::long( $date->facts->period ),
					'place' => $date->facts->place,
					'link'  => $held ? $date->facts->link : '',
				],
				'booked_at'    => Moment::text( $booking->booked_at ),
				'cancel_until' => Moment::text( $date->facts->cancel_until ),
				'can_cancel'   => null === BookingPolicy::cancel_refusal( $date, $booking, $this->clock->now() ),
				'calendar_url' => $held ? $this->links->calendar( $booking ) : '',
			];
		}
		return $items;
	}
}
