<?php
/**
 * Cancelling.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Application;

use Closure;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingPolicy;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Events;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Transaction;
use RuntimeException;

/** Gives a seat back exactly once. */
final readonly class CancelBooking {

	/**
	 * @param EventDates               $dates         Dates.
	 * @param Bookings                 $bookings      Bookings.
	 * @param Events                   $events        Events.
	 * @param Announcements            $announcements Writes the confirmation.
	 * @param Transaction              $transaction   All or nothing.
	 * @param Clock                    $clock         Time.
	 * @param AuditLog                 $audit         Log.
	 * @param Closure(EventDate): void $date_changed  Told after seats were taken or given back.
	 */
	public function __construct(
		private EventDates $dates,
		private Bookings $bookings,
		private Events $events,
		private Announcements $announcements,
		private Transaction $transaction,
		private Clock $clock,
		private AuditLog $audit,
		private Closure $date_changed,
	) {}

	/**
	 * Cancels. Whether the caller may act for this booking was asked before.
	 *
	 * @param Booking     $booking Booking.
	 * @param CancelledBy $by      Who cancels; people only until the deadline.
	 * @param string      $message Words of the organisers, '' for none.
	 * @return Booking The cancelled booking.
	 * @throws BookingRefused   With the reason; AlreadyCancelled also for whoever came second at the same moment.
	 * @throws RuntimeException When the database refuses.
	 */
	public function cancel( Booking $booking, CancelledBy $by, string $message = '' ): Booking {
		$date  = $this->dates->find( $booking->date_id ) ?? throw new BookingRefused( Refusal::NotFound );
		$event = $this->events->find( $date->event_id ) ?? throw new BookingRefused( Refusal::NotFound );
		$late  = BookingPolicy::cancel_refusal( $date, $booking, $this->clock->now() );
		if ( null !== $late && ( CancelledBy::Person === $by || Refusal::TooLateToCancel !== $late ) ) {
			throw new BookingRefused( $late );
		}
		$cancelled = $this->transaction->run(
			function () use ( $booking, $by, $message, $date, $event ): Booking {
				if ( ! $this->bookings->cancel( $booking->id, $by, $this->clock->now() ) ) {
					throw new BookingRefused( Refusal::AlreadyCancelled );
				}
				$cancelled = $this->bookings->find( $booking->number ) ?? throw new RuntimeException( "Booking $booking->id is gone." );
				if ( '' !== $cancelled->person->email && ! $date->is_over( $this->clock->now() ) ) {
					$this->announcements->cancelled( $event, $date, $cancelled, $message );
				}
				$this->dates->free_seat( $date->id );
				$this->transaction->after( fn () => ( $this->date_changed )( $date ) );
				return $cancelled;
			}
		);
		$this->audit->record( new AuditEvent( 'booking', 'cancelled', $by->value, get_current_user_id(), "booking:$booking->id", details: [ 'date' => $date->id ] ) );
		return $cancelled;
	}
}
