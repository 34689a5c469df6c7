<?php
/**
 * Booking.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Application;

use Closure;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingNumber;
use Lernwelt\Booking\Domain\BookingPolicy;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\DateChanged;
use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Events;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Transaction;
use RuntimeException;

/** One seat for one person: booked exactly once, never one too many, and with its confirmation or not at all. */
final readonly class BookSeat {

	/** How often somebody may cancel in another window while they book in this one, and how often a date may change meanwhile. */
	private const TRIES = 3;

	/**
	 * @param EventDates             $dates         Dates.
	 * @param Bookings               $bookings      Bookings.
	 * @param Events                 $events        Events.
	 * @param Announcements          $announcements Writes the confirmation.
	 * @param Transaction            $transaction   All or nothing.
	 * @param Clock                  $clock         Time.
	 * @param AuditLog               $audit         Log.
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
	 * Books. Booking the same date twice returns the first booking.
	 *
	 * @param int                  $date_id   Date.
	 * @param Person               $person    Who comes.
	 * @param array<string, mixed> $answers   Question → answer, as it came in.
	 * @param int                  $booked_by Account that books, 0 for the person.
	 * @param bool                 $by_hand   Whether an organiser registers somebody: audience and booking window don't count then, seats do.
	 * @param string               $note      Note of the organisers.
	 * @return Booked The booking, and whether it is new.
	 * @throws BookingRefused   With the reason.
	 * @throws InvalidInput     With fields `answers.ID`.
	 * @throws RuntimeException When the database refuses.
	 */
	public function book( int $date_id, Person $person, array $answers = [], int $booked_by = 0, bool $by_hand = false, string $note = '' ): Booked {
		for ( $try = 0; $try < self::TRIES; ++$try ) {
			try {
				return $this->book_as_seen( $date_id, $person, $answers, $booked_by, $by_hand, $note );
			} catch ( DateChanged ) {
				// Full, called off or moved since it was read: a fresh look, outside of that transaction, says which.
				continue;
			}
		}
		throw new BookingRefused( Refusal::Full );
	}

	/**
	 * Books, if the date still is what it is now.
	 *
	 * @param int                  $date_id   Date.
	 * @param Person               $person    Who comes.
	 * @param array<string, mixed> $answers   Answers.
	 * @param int                  $booked_by Account that books.
	 * @param bool                 $by_hand   By an organiser.
	 * @param string               $note      Note.
	 * @throws DateChanged      When it isn't.
	 * @throws BookingRefused   With the reason.
	 * @throws InvalidInput     With fields `answers.ID`.
	 * @throws RuntimeException When the database refuses.
	 */
	private function book_as_seen( int $date_id, Person $person, array $answers, int $booked_by, bool $by_hand, string $note ): Booked {
		$date  = $this->dates->find( $date_id ) ?? throw new BookingRefused( Refusal::NotFound );
		$event = $this->events->find( $date->event_id ) ?? throw new BookingRefused( Refusal::NotFound );
		$first = $this->bookings->of_person( $date_id, $person->key );
		if ( null !== $first ) {
			return new Booked( $first, $date, $event, false );
		}
		$refusal = $by_hand ? self::refusal_by_hand( $date, $person ) : BookingPolicy::refusal( $date, $event->published, $person, $this->clock->now() );
		if ( null !== $refusal ) {
			throw new BookingRefused( $refusal );
		}
		$taken = $by_hand && [] === $answers ? [] : $date->facts->questions->answers( $answers );
		$made  = $this->made( $event, $date, $person, $taken, $booked_by, $note );
		if ( ! $made->is_new ) {
			return $made;
		}
		$this->audit->record( new AuditEvent( 'booking', $by_hand ? 'registered' : 'booked', '', get_current_user_id(), "booking:{$made->booking->id}", details: [ 'date' => $date_id ] ) );
		return $made;
	}

	/**
	 * The same person at the same moment in another window: the first booking is theirs, unless they cancelled it meanwhile.
	 *
	 * @param Event                              $event     Event.
	 * @param EventDate                          $date      Date as it was read.
	 * @param Person                             $person    Who comes.
	 * @param array<string, string|list<string>> $answers   Answers.
	 * @param int                                $booked_by Account that books.
	 * @param string                             $note      Note.
	 * @throws DateChanged      When all seats are taken, or the date was called off or changed meanwhile.
	 * @throws RuntimeException When the database refuses.
	 */
	private function made( Event $event, EventDate $date, Person $person, array $answers, int $booked_by, string $note ): Booked {
		for ( $try = 0; $try < self::TRIES; ++$try ) {
			$made  = $this->transaction->run( fn (): ?Booking => $this->write( $event, $date, $person, $answers, $booked_by, $note ) );
			$found = $made ?? $this->bookings->of_person( $date->id, $person->key );
			if ( null !== $found ) {
				return new Booked( $found, $date, $event, null !== $made );
			}
		}
		throw new RuntimeException( "A booking of date $date->id was there and gone again and again." );
	}

	/**
	 * The seat comes last: its row is the one that everybody waits for, and locked for the shortest time.
	 *
	 * @param Event                              $event     Event.
	 * @param EventDate                          $date      Date as it was read.
	 * @param Person                             $person    Who comes.
	 * @param array<string, string|list<string>> $answers   Answers.
	 * @param int                                $booked_by Account that books.
	 * @param string                             $note      Note.
	 * @return ?Booking Null when the person has a booking already.
	 * @throws DateChanged When all seats are taken, or the date was called off or changed meanwhile.
	 */
	private function write( Event $event, EventDate $date, Person $person, array $answers, int $booked_by, string $note ): ?Booking {
		$booking = $this->bookings->add( $date->id, BookingNumber::random(), $person, $booked_by, $answers, $note, $this->clock->now() );
		if ( null === $booking ) {
			return null;
		}
		$this->announcements->booked( $event, $date, $booking );
		if ( ! $this->dates->take_seat( $date->id, $date->version ) ) {
			throw new DateChanged();
		}
		$this->transaction->after( fn () => ( $this->date_changed )( $date ) );
		return $booking;
	}

	private static function refusal_by_hand( EventDate $date, Person $person ): ?Refusal {
		return match ( true ) {
			DateState::Cancelled === $date->state => Refusal::DateCancelled,
			'' === $person->name => Refusal::NoContact,
			0 === $date->free() => Refusal::Full,
			default => null,
		};
	}
}
