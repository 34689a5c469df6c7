<?php
/**
 * Forgetting people.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Application;

use Closure;
use DateTimeImmutable;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\PersonalBookings;
use Lernwelt\Core\Clock;
use Lernwelt\Core\MailLog;
use Lernwelt\Core\Retention\Journal;
use Lernwelt\Core\Retention\JournalAction;
use Lernwelt\Core\Transaction;
use RuntimeException;

/** Anonymises bookings. Always inside the caller's transaction, together with the journal. */
final readonly class ForgetPeople {

	/** Name in the journal. */
	public const SOURCE = 'bookings';

	/**
	 * @param PersonalBookings         $personal     Bookings as personal data.
	 * @param Bookings                 $bookings     Bookings.
	 * @param EventDates               $dates        Dates.
	 * @param MailLog                  $mail_log     Mails about bookings.
	 * @param Transaction              $transaction  The caller's.
	 * @param Clock                    $clock        Time.
	 * @param Closure(EventDate): void $date_changed Told after a seat was given back.
	 */
	public function __construct(
		private PersonalBookings $personal,
		private Bookings $bookings,
		private EventDates $dates,
		private MailLog $mail_log,
		private Transaction $transaction,
		private Clock $clock,
		private Closure $date_changed,
	) {}

	/**
	 * Anonymises bookings of the past.
	 *
	 * @param list<int> $ids     Bookings.
	 * @param Journal   $journal Takes a line for each.
	 * @throws RuntimeException When the database refuses.
	 */
	public function anonymise( array $ids, Journal $journal ): void {
		if ( [] === $ids ) {
			return;
		}
		$objects = array_map( static fn ( int $id ): string => "booking:$id", $ids );
		$this->personal->anonymise( $ids, $this->clock->now() );
		$this->mail_log->forget_topic( ...$objects );
		$journal->record( self::SOURCE, JournalAction::Anonymised, ...$objects );
	}

	/**
	 * Anonymises bookings of people who are gone or want to be: what is still to come is cancelled first, without a mail, and its seat given back.
	 *
	 * @param list<Booking> $bookings Bookings.
	 * @param Journal       $journal  Takes a line for each.
	 * @throws RuntimeException When the database refuses.
	 */
	public function release( array $bookings, Journal $journal ): void {
		$now   = $this->clock->now();
		$dates = $this->dates->find_all( array_values( array_unique( array_map( static fn ( Booking $booking ): int => $booking->date_id, $bookings ) ) ) );
		foreach ( $bookings as $booking ) {
			$date = $dates[ $booking->date_id ] ?? null;
			if ( BookingState::Booked === $booking->state && null !== $date && self::is_to_come( $date->facts->period->start, $now ) && $this->bookings->cancel( $booking->id, CancelledBy::Person, $now ) ) {
				$this->dates->free_seat( $date->id );
				$this->transaction->after( fn () => ( $this->date_changed )( $date ) );
			}
		}
		$this->anonymise( array_map( static fn ( Booking $booking ): int => $booking->id, $bookings ), $journal );
	}

	/**
	 * Takes out that an account booked for others; their seats stay.
	 *
	 * @param int     $user_id Account.
	 * @param Journal $journal Takes a line for each.
	 * @return int Number of bookings that named it.
	 * @throws RuntimeException When the database refuses.
	 */
	public function booker( int $user_id, Journal $journal ): int {
		return self::note_bookers( $this->personal->forget_booker( $user_id ), $journal );
	}

	/**
	 * The same for accounts that were deleted.
	 *
	 * @param int     $limit   Most.
	 * @param Journal $journal Takes a line for each.
	 * @return int Number of bookings that named one.
	 * @throws RuntimeException When the database refuses.
	 */
	public function deleted_bookers( int $limit, Journal $journal ): int {
		return self::note_bookers( $this->personal->forget_deleted_bookers( $limit ), $journal );
	}

	/**
	 * @param list<int> $ids Bookings.
	 */
	private static function note_bookers( array $ids, Journal $journal ): int {
		$journal->record( self::SOURCE, JournalAction::Anonymised, ...array_map( static fn ( int $id ): string => "booked-by:$id", $ids ) );
		return count( $ids );
	}

	private static function is_to_come( DateTimeImmutable $start, DateTimeImmutable $now ): bool {
		return $now < $start;
	}
}
