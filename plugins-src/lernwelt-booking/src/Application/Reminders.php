<?php
/**
 * Reminders.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Application;

use DateTimeImmutable;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Events;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Transaction;
use RuntimeException;

/** Reminds everybody of a date on the day before, once, in the morning: nobody's telephone rings at night. */
final readonly class Reminders {

	/** Hour of the day before, on the clocks of the place, from which reminders go out. */
	private const HOUR = 8;

	/**
	 * @param EventDates    $dates         Dates.
	 * @param Bookings      $bookings      Bookings.
	 * @param Events        $events        Events.
	 * @param Announcements $announcements Writes the mails.
	 * @param Transaction   $transaction   All or nothing.
	 * @param Clock         $clock         Time.
	 */
	public function __construct( private EventDates $dates, private Bookings $bookings, private Events $events, private Announcements $announcements, private Transaction $transaction, private Clock $clock ) {}

	/**
	 * Sends what is due; cheap when nothing is. May be called at any time and by several processes.
	 *
	 * @return int Number of mails put into the queue.
	 * @throws RuntimeException When the database refuses; what wasn't sent is due again next time.
	 */
	public function run(): int {
		$now  = $this->clock->now();
		$sent = 0;
		foreach ( $this->dates->between( $now, $now->modify( '+2 days' ) ) as $date ) {
			if ( null === $date->reminded_at && DateState::Planned === $date->state && self::is_due( $date, $now ) ) {
				$sent += $this->transaction->run( fn (): int => $this->remind( $date, $now ) );
			}
		}
		return $sent;
	}

	/**
	 * Whether it is the day before, and day.
	 *
	 * @param EventDate         $date Date.
	 * @param DateTimeImmutable $now  Now.
	 */
	public static function is_due( EventDate $date, DateTimeImmutable $now ): bool {
		$local = $now->setTimezone( $date->facts->period->zone );
		$eve   = $date->facts->period->local_start()->modify( '-1 day' )->format( 'Y-m-d' );
		return $now < $date->facts->period->start && ( $local->format( 'Y-m-d' ) > $eve || ( $local->format( 'Y-m-d' ) === $eve && self::HOUR <= (int) $local->format( 'G' ) ) );
	}

	private function remind( EventDate $date, DateTimeImmutable $now ): int {
		$event = $this->events->find( $date->event_id );
		// Whoever notes it sends it.
		if ( ! $this->dates->note_reminder( $date->id, $now ) || null === $event ) {
			return 0;
		}
		$bookings = $this->bookings->of_date( $date->id );
		foreach ( $bookings as $booking ) {
			$this->announcements->reminder( $event, $date, $booking );
		}
		return count( $bookings );
	}
}
