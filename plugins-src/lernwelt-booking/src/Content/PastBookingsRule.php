<?php
/**
 * Retention of bookings.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Booking\Application\ForgetPeople;
use Lernwelt\Booking\Domain\PersonalBookings;
use Lernwelt\Core\Retention\Journal;
use Lernwelt\Core\Retention\RetentionRule;
use Lernwelt\Core\Transaction;

/** Bookings are anonymised 12 months after the event took place (R6.2). */
final readonly class PastBookingsRule implements RetentionRule {

	private const MONTHS = 12;

	/** Bookings of one transaction. */
	private const BATCH = 200;

	/**
	 * @param PersonalBookings $personal    Bookings as personal data.
	 * @param ForgetPeople     $forget      Anonymises.
	 * @param Transaction      $transaction All or nothing.
	 */
	public function __construct( private PersonalBookings $personal, private ForgetPeople $forget, private Transaction $transaction ) {}

	public function id(): string {
		return 'past-bookings';
	}

	public function label(): string {
		return __( 'Bookings: anonymised 12 months after the event', 'lernwelt-booking' );
	}

	public function due( DateTimeImmutable $now ): int {
		return $this->personal->count_past( self::ended_before( $now ) );
	}

	public function apply( DateTimeImmutable $now, Journal $journal ): int {
		$done = 0;
		do {
			$count = $this->transaction->run(
				function () use ( $now, $journal ): int {
					$ids = $this->personal->past( self::ended_before( $now ), self::BATCH );
					$this->forget->anonymise( $ids, $journal );
					return count( $ids );
				}
			);
			$done += $count;
		} while ( self::BATCH === $count );
		return $done;
	}

	/** Twelve months back on the calendar; from 31 March to 31 March, from 29 February to 28 February. */
	private static function ended_before( DateTimeImmutable $now ): DateTimeImmutable {
		$utc  = $now->setTimezone( new DateTimeZone( 'UTC' ) );
		$then = $utc->modify( sprintf( '-%d months', self::MONTHS ) );
		// PHP overflows into the next month where the day doesn't exist.
		return $then->format( 'j' ) === $utc->format( 'j' ) ? $then : $then->modify( 'last day of previous month' );
	}
}
