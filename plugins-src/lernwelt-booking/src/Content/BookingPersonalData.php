<?php
/**
 * Bookings of one person.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Application\ForgetPeople;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Events;
use Lernwelt\Booking\Domain\PersonalBookings;
use Lernwelt\Core\Privacy\ErasureOutcome;
use Lernwelt\Core\Privacy\PersonalDataGroup;
use Lernwelt\Core\Privacy\PersonalDataSource;
use Lernwelt\Core\Privacy\Subject;
use Lernwelt\Core\Retention\Journal;
use Lernwelt\Core\Retention\JournalAction;

/** What a person gets to see, and what is erased when they ask for it. */
final readonly class BookingPersonalData implements PersonalDataSource {

	/**
	 * @param PersonalBookings $personal Bookings as personal data.
	 * @param EventDates       $dates    Dates.
	 * @param Events           $events   Events.
	 * @param ForgetPeople     $forget   Anonymises.
	 */
	public function __construct( private PersonalBookings $personal, private EventDates $dates, private Events $events, private ForgetPeople $forget ) {}

	public function id(): string {
		return ForgetPeople::SOURCE;
	}

	public function label(): string {
		return __( 'Bookings of events', 'lernwelt-booking' );
	}

	public function export( Subject $who ): array {
		$items = [];
		foreach ( $this->personal->of_person( $who->email, $who->user_id ?? 0 ) as $booking ) {
			$items[ "booking-$booking->id" ] = $this->fields( $booking );
		}
		return [] === $items ? [] : [ new PersonalDataGroup( 'bookings', $this->label(), $items ) ];
	}

	public function erase( Subject $who, Journal $journal ): ErasureOutcome {
		$bookings = $this->personal->of_person( $who->email, $who->user_id ?? 0 );
		$this->forget->release( $bookings, $journal );
		$named = null === $who->user_id ? [] : $this->personal->forget_booker( $who->user_id );
		if ( [] !== $named ) {
			$journal->record( ForgetPeople::SOURCE, JournalAction::Anonymised, ...array_map( static fn ( int $id ): string => "booked-by:$id", $named ) );
		}
		return new ErasureOutcome( count( $bookings ) + count( $named ) );
	}

	/**
	 * @param Booking $booking Booking.
	 * @return array<string, string>
	 */
	private function fields( Booking $booking ): array {
		$date   = $this->dates->find( $booking->date_id );
		$event  = null === $date ? null : $this->events->find( $date->event_id );
		$fields = [
			__( 'What', 'lernwelt-booking' )           => $event->title ?? '',
			__( 'When', 'lernwelt-booking' )           => null === $date ? '' : When::long( $date->facts->period ),
			__( 'Booking number', 'lernwelt-booking' ) => $booking->number,
			__( 'Name', 'lernwelt-booking' )           => $booking->person->name,
			__( 'E-mail', 'lernwelt-booking' )         => $booking->person->email,
			__( 'School', 'lernwelt-booking' )         => trim( $booking->person->school->name . ' ' . $booking->person->school->number ),
			__( 'State', 'lernwelt-booking' )          => BookingState::Booked === $booking->state ? __( 'booked', 'lernwelt-booking' ) : __( 'cancelled', 'lernwelt-booking' ),
			__( 'Attendance', 'lernwelt-booking' )     => match ( $booking->attended ) {
				null => '',
				true => __( 'came', 'lernwelt-booking' ),
				false => __( 'did not come', 'lernwelt-booking' ),
			},
			__( 'Note of the organisers', 'lernwelt-booking' ) => $booking->note,
		];
		foreach ( $date->facts->questions->all ?? [] as $question ) {
			$fields[ $question->label ] = implode( ', ', (array) ( $booking->answers[ $question->id ] ?? [] ) );
		}
		return array_filter( $fields, static fn ( string $value ): bool => '' !== $value );
	}
}
