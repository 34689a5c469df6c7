<?php
/**
 * Managing dates.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Application;

use Closure;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\DateChanged;
use Lernwelt\Booking\Domain\DateFacts;
use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Events;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Transaction;
use RuntimeException;

/** What editors do with dates. Everybody who booked hears of what concerns them in the same transaction, or nothing happens. Whether the editor may is asked before. */
final readonly class ManageDates {

	/**
	 * @param EventDates               $dates         Dates.
	 * @param Bookings                 $bookings      Bookings.
	 * @param Events                   $events        Events.
	 * @param Announcements            $announcements Writes to those who booked.
	 * @param Transaction              $transaction   All or nothing.
	 * @param Clock                    $clock         Time.
	 * @param AuditLog                 $audit         Log.
	 * @param Closure(EventDate): void $date_changed  Told after a date changed.
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
	 * Adds dates, all or none.
	 *
	 * @param int             $event_id Event.
	 * @param list<DateFacts> $all      Facts of each.
	 * @return list<EventDate> The new dates.
	 * @throws InvalidInput     With field `start`: in_the_past.
	 * @throws RuntimeException When the database refuses.
	 */
	public function add( int $event_id, array $all ): array {
		$this->check( $all );
		$now    = $this->clock->now();
		$series = 1 < count( $all ) ? bin2hex( random_bytes( 16 ) ) : '';
		$ids    = $this->transaction->run( fn (): array => array_map( fn ( DateFacts $facts ): int => $this->dates->add( $event_id, $facts, $series, $now ), $all ) );
		$found  = $this->dates->find_all( $ids );
		$dates  = array_map( static fn ( int $id ): EventDate => $found[ $id ] ?? throw new RuntimeException( "Date $id is gone." ), $ids );
		array_walk( $dates, fn ( EventDate $date ) => ( $this->date_changed )( $date ) );
		return $dates;
	}

	/**
	 * Whether dates may be added.
	 *
	 * @param list<DateFacts> $all Facts of each.
	 * @throws InvalidInput With field `start`: in_the_past.
	 */
	public function check( array $all ): void {
		foreach ( $all as $facts ) {
			if ( $facts->period->start <= $this->clock->now() ) {
				throw new InvalidInput( [ 'start' => 'in_the_past' ] );
			}
		}
	}

	/**
	 * Changes a date. When time, place or link differ, everybody booked gets the new calendar entry.
	 *
	 * @param EventDate $before  Date as it is stored.
	 * @param DateFacts $facts   What it shall be.
	 * @param int       $version The version that the editor saw.
	 * @param string    $message Words to those who booked, '' for none.
	 * @throws InvalidInput     With fields capacity: below_booked (fact `booked`), start: in_the_past.
	 * @throws BookingRefused   When the date was called off.
	 * @throws DateChanged      When somebody was faster.
	 * @throws RuntimeException When the database refuses.
	 */
	public function change( EventDate $before, DateFacts $facts, int $version, string $message = '' ): EventDate {
		$event = $this->event( $before );
		$moved = self::concerns_people( $before->facts, $facts );
		$this->refuse_past( $before, $facts );
		$after = $this->transaction->run(
			function () use ( $before, $facts, $version, $message, $event, $moved ): EventDate {
				if ( ! $this->dates->change( $before->id, $facts, $version, $moved, $this->clock->now() ) ) {
					throw $this->why_not( $before->id, $facts );
				}
				$after = $this->dates->find( $before->id ) ?? throw new RuntimeException( "Date $before->id is gone." );
				if ( $moved && ! ( $before->is_over( $this->clock->now() ) && $after->is_over( $this->clock->now() ) ) ) {
					foreach ( $this->bookings->of_date( $before->id ) as $booking ) {
						$this->announcements->moved( $event, $before, $after, $booking, $message );
					}
				}
				return $after;
			}
		);
		$this->audit->record( new AuditEvent( 'event-date', 'changed', '', get_current_user_id(), "date:$before->id" ) );
		( $this->date_changed )( $after );
		return $after;
	}

	/**
	 * Calls a date off: every booking is cancelled and everybody hears of it.
	 *
	 * @param EventDate $date    Date.
	 * @param string    $message Words to those who booked, '' for none.
	 * @return int How many people hear of it.
	 * @throws BookingRefused   When it was called off before, or is over.
	 * @throws RuntimeException When the database refuses.
	 */
	public function cancel( EventDate $date, string $message = '' ): int {
		$event = $this->event( $date );
		if ( $date->is_over( $this->clock->now() ) ) {
			throw new BookingRefused( Refusal::Begun );
		}
		$told = $this->transaction->run(
			function () use ( $date, $event, $message ): int {
				if ( ! $this->dates->cancel( $date->id, $this->clock->now() ) ) {
					throw new BookingRefused( Refusal::DateCancelled );
				}
				$told = 0;
				foreach ( $this->bookings->of_date( $date->id ) as $booking ) {
					if ( $this->bookings->cancel( $booking->id, CancelledBy::Date, $this->clock->now() ) ) {
						$cancelled = $this->bookings->find( $booking->number ) ?? throw new RuntimeException( "Booking $booking->id is gone." );
						$this->announcements->cancelled( $event, $date, $cancelled, $message );
						$this->dates->free_seat( $date->id );
						++$told;
					}
				}
				return $told;
			}
		);
		$this->audit->record( new AuditEvent( 'event-date', 'cancelled', '', get_current_user_id(), "date:$date->id", details: [ 'bookings' => $told ] ) );
		( $this->date_changed )( $date );
		return $told;
	}

	/**
	 * Deletes a date that nobody ever booked.
	 *
	 * @param EventDate $date Date.
	 * @return bool False when somebody did: it can only be called off.
	 * @throws RuntimeException When the database refuses.
	 */
	public function remove( EventDate $date ): bool {
		$removed = $this->dates->remove( $date->id );
		if ( $removed ) {
			( $this->date_changed )( $date );
		}
		return $removed;
	}

	private function event( EventDate $date ): Event {
		return $this->events->find( $date->event_id ) ?? throw new BookingRefused( Refusal::NotFound );
	}

	/** What stands in calendars. */
	private static function concerns_people( DateFacts $one, DateFacts $other ): bool {
		return ! $one->period->equals( $other->period ) || $one->place !== $other->place || $one->link !== $other->link;
	}

	/** A date that has begun may be corrected; one to come may not be moved into the past. */
	private function refuse_past( EventDate $before, DateFacts $facts ): void {
		if ( DateState::Cancelled === $before->state ) {
			throw new BookingRefused( Refusal::DateCancelled );
		}
		if ( $facts->period->start <= $this->clock->now() && $before->facts->period->start > $this->clock->now() ) {
			throw new InvalidInput( [ 'start' => 'in_the_past' ] );
		}
	}

	private function why_not( int $id, DateFacts $facts ): RuntimeException|InvalidInput {
		$now = $this->dates->find( $id );
		return null !== $now && $now->booked > $facts->capacity ? new InvalidInput( [ 'capacity' => 'below_booked' ], [ 'booked' => $now->booked ] ) : new DateChanged();
	}
}
