<?php
/**
 * Bookings of an account.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Application\Booked;
use Lernwelt\Booking\Application\BookSeat;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingNumber;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Core\RateLimiter;
use RuntimeException;

/** What REST and the pages do alike for somebody who is logged in: book for themselves or a colleague, see what is theirs. */
final readonly class OwnBookings {

	/** Bookings and cancellations of one account in ten minutes: whoever books for thirty colleagues needs half of it. */
	public const TRIES   = 60;
	private const WINDOW = 600;

	/**
	 * @param BookSeat    $book_seat Books.
	 * @param Bookings    $bookings  Bookings.
	 * @param People      $people    People.
	 * @param RateLimiter $limiter   Counts tries.
	 */
	public function __construct( private BookSeat $book_seat, private Bookings $bookings, private People $people, private RateLimiter $limiter ) {}

	/**
	 * Counts a try to book or to cancel.
	 *
	 * @param int $user_id Account.
	 * @throws BookingRefused   When there were too many.
	 * @throws RuntimeException When the database refuses.
	 */
	public function count( int $user_id ): void {
		if ( ! $this->limiter->hit( 'booking', "$user_id", self::TRIES, self::WINDOW ) ) {
			throw new BookingRefused( Refusal::TooManyTries );
		}
	}

	/**
	 * Books. That the account may book was asked before.
	 *
	 * @param int                  $user_id   Account.
	 * @param int                  $date_id   Date.
	 * @param array<string, mixed> $answers   Question → answer.
	 * @param int                  $colleague Account of a colleague, 0 for oneself.
	 * @return Booked The booking.
	 * @throws BookingRefused   With the reason.
	 * @throws InvalidInput     With fields `answers.ID`.
	 * @throws RuntimeException When the database refuses.
	 */
	public function book( int $user_id, int $date_id, array $answers, int $colleague = 0 ): Booked {
		$this->count( $user_id );
		if ( 0 === $colleague || $colleague === $user_id ) {
			return $this->book_seat->book( $date_id, $this->people->of( $user_id ), $answers );
		}
		$person = user_can( $user_id, BookingCapabilities::BOOK_FOR_COLLEAGUES ) ? $this->people->colleague( $user_id, $colleague ) : null;
		if ( null === $person ) {
			throw new BookingRefused( Refusal::NoColleague );
		}
		$booked = $this->book_seat->book( $date_id, $person, $answers, $user_id );
		if ( ! $this->is_own( $user_id, $booked->booking ) ) {
			// Theirs since before: its number and answers are none of the colleague's business.
			throw new BookingRefused( Refusal::AlreadyBooked );
		}
		return $booked;
	}

	/**
	 * All of them, the newest first.
	 *
	 * @param int $user_id Account.
	 * @return list<Booking>
	 */
	public function all( int $user_id ): array {
		return array_values( array_filter( $this->bookings->of_account( $user_id ), fn ( Booking $booking ): bool => $this->is_own( $user_id, $booking ) ) );
	}

	/**
	 * One of them.
	 *
	 * @param int    $user_id Account.
	 * @param string $typed   Number as somebody typed it.
	 * @return ?Booking Null for a number that is unknown or somebody else's.
	 */
	public function find( int $user_id, string $typed ): ?Booking {
		$number  = BookingNumber::typed( $typed );
		$booking = '' === $number ? null : $this->bookings->find( $number );
		return null !== $booking && $this->is_own( $user_id, $booking ) ? $booking : null;
	}

	/** Whom an organiser registered by hand is no colleague of theirs; and who may not book for colleagues any more doesn't see theirs. */
	private function is_own( int $user_id, Booking $booking ): bool {
		return 0 !== $user_id && null === $booking->anonymised_at && ( $booking->person->user_id === $user_id || ( $booking->booked_by === $user_id && 0 !== $booking->person->user_id && user_can( $user_id, BookingCapabilities::BOOK_FOR_COLLEAGUES ) ) );
	}
}
