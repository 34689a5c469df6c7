<?php
/**
 * Registering by hand.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Application;

use Closure;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Domain\Refusal;
use RuntimeException;

/** An organiser gives somebody a seat: who called, or who stands at the door. */
final readonly class RegisterByHand {

	/**
	 * @param BookSeat                                $book     Books.
	 * @param Bookings                                $bookings Bookings.
	 * @param Closure(string, string, string): Person $person   Makes a person of name, address ('' for none) and number of the school ('' for none).
	 */
	public function __construct( private BookSeat $book, private Bookings $bookings, private Closure $person ) {}

	/**
	 * Registers. Somebody whose address has a seat there keeps the one they have.
	 *
	 * @param int                  $date_id Date.
	 * @param array<string, mixed> $given   Name, email, school_number, note as they were typed.
	 * @param int                  $by      Account of the organiser.
	 * @return Booked The booking, and whether it is new.
	 * @throws InvalidInput     With the fields of ParticipantInput::registration(), and `date`: full.
	 * @throws BookingRefused   With the reason.
	 * @throws RuntimeException When the database refuses.
	 */
	public function register( int $date_id, array $given, int $by ): Booked {
		$input  = ParticipantInput::registration( $given );
		$person = ( $this->person )( $input['name'], $input['email'], $input['school_number'] );
		foreach ( '' === $input['email'] ? [] : $this->bookings->of_date( $date_id ) as $booking ) {
			if ( mb_strtolower( $booking->person->email ) === mb_strtolower( $input['email'] ) ) {
				$person = $booking->person;
				break;
			}
		}
		try {
			return $this->book->book( $date_id, $person, [], $by, true, $input['note'] );
		} catch ( BookingRefused $refused ) {
			// "Choose another one" is no advice for whoever decides how many seats there are.
			throw Refusal::Full === $refused->reason ? new InvalidInput( [ 'date' => 'full' ] ) : $refused;
		}
	}
}
