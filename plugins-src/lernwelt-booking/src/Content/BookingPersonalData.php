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
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Events;
use Lernwelt\Booking\Domain\PersonalBookings;
use Lernwelt\Core\Privacy\ErasureOutcome;
use Lernwelt\Core\Privacy\PersonalDataGroup;
use Lernwelt\Core\Privacy\PersonalDataSource;
use Lernwelt\Core\Privacy\Subject;
use Lernwelt\Core\Retention\Journal;
use Lernwelt\Core\Retention\RepeatableErasure;

/** What a person gets to see, and what is erased when they ask for it. */
final readonly class BookingPersonalData implements PersonalDataSource, RepeatableErasure {

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
		$groups = [ new PersonalDataGroup( 'bookings', $this->label(), $items ), new PersonalDataGroup( 'bookings-for-others', __( 'Bookings made for colleagues', 'lernwelt-booking' ), $this->for_others( $who->user_id ?? 0 ) ) ];
		return array_values( array_filter( $groups, static fn ( PersonalDataGroup $group ): bool => [] !== $group->items ) );
	}

	public function erase( Subject $who, Journal $journal ): ErasureOutcome {
		$bookings = $this->personal->of_person( $who->email, $who->user_id ?? 0 );
		$this->forget->release( $bookings, $journal );
		return new ErasureOutcome( count( $bookings ) + ( null === $who->user_id ? 0 : $this->forget->booker( $who->user_id, $journal ) ) );
	}

	public function erase_again( array $objects, Journal $journal ): void {
		$this->forget->release( $this->personal->still_named( self::numbers( 'booking:', $objects ) ), $journal );
		$this->personal->forget_bookers_of( self::numbers( 'booked-by:', $objects ) );
	}

	/**
	 * @param string       $kind    What the objects begin with.
	 * @param list<string> $objects Lines of the journal.
	 * @return list<int>
	 */
	private static function numbers( string $kind, array $objects ): array {
		return array_values( array_map( static fn ( string $object ): int => (int) substr( $object, strlen( $kind ) ), array_filter( $objects, static fn ( string $object ): bool => str_starts_with( $object, $kind ) ) ) );
	}

	/**
	 * What they did for others, who aren't named.
	 *
	 * @return array<string, array<string, string>>
	 */
	private function for_others( int $user_id ): array {
		$items = [];
		foreach ( 0 < $user_id ? $this->personal->booked_by( $user_id ) : [] as $booking ) {
			if ( $user_id !== $booking->person->user_id ) {
				$items[ "booked-by-$booking->id" ] = $this->occasion( $this->dates->find( $booking->date_id ) );
			}
		}
		return $items;
	}

	/**
	 * @return array<string, string>
	 */
	private function occasion( ?EventDate $date ): array {
		return [
			__( 'What', 'lernwelt-booking' ) => ( null === $date ? null : $this->events->find( $date->event_id ) )->title ?? '',
			__( 'When', 'lernwelt-booking' ) => null === $date ? '' : When::long( $date->facts->period ),
		];
	}

	/**
	 * @param Booking $booking Booking.
	 * @return array<string, string>
	 */
	private function fields( Booking $booking ): array {
		$date   = $this->dates->find( $booking->date_id );
		$fields = [
			...$this->occasion( $date ),
			__( 'Booking number', 'lernwelt-booking' ) => $booking->number,
			__( 'Name', 'lernwelt-booking' )           => $booking->person->name,
			__( 'E-mail', 'lernwelt-booking' )         => $booking->person->email,
			__( 'Booked by', 'lernwelt-booking' )      => 0 === $booking->booked_by ? '' : __( 'somebody else', 'lernwelt-booking' ),
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
