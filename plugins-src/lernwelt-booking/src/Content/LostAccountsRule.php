<?php
/**
 * Bookings of deleted accounts.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use DateTimeImmutable;
use Lernwelt\Booking\Application\ForgetPeople;
use Lernwelt\Booking\Domain\PersonalBookings;
use Lernwelt\Core\Retention\Journal;
use Lernwelt\Core\Retention\RetentionRule;
use Lernwelt\Core\Transaction;

/** Accounts are deleted on the network, where no portal's plugin hears of it; the next run finds what they left behind (R6.7). */
final readonly class LostAccountsRule implements RetentionRule {

	/** Bookings of one transaction. */
	private const BATCH = 200;

	/**
	 * @param PersonalBookings $personal    Bookings as personal data.
	 * @param ForgetPeople     $forget      Anonymises.
	 * @param Transaction      $transaction All or nothing.
	 */
	public function __construct( private PersonalBookings $personal, private ForgetPeople $forget, private Transaction $transaction ) {}

	public function id(): string {
		return 'bookings-of-deleted-accounts';
	}

	public function label(): string {
		return __( 'Bookings of deleted accounts: cancelled if still to come, and anonymised', 'lernwelt-booking' );
	}

	public function due( DateTimeImmutable $now ): int {
		return $this->personal->count_of_deleted_accounts();
	}

	public function apply( DateTimeImmutable $now, Journal $journal ): int {
		$done = 0;
		do {
			$count = $this->transaction->run(
				function () use ( $journal ): array {
					$bookings = $this->personal->of_deleted_accounts( self::BATCH );
					$this->forget->release( $bookings, $journal );
					return [ count( $bookings ), $this->forget->deleted_bookers( self::BATCH, $journal ) ];
				}
			);
			$done += array_sum( $count );
		} while ( in_array( self::BATCH, $count, true ) );
		return $done;
	}
}
