<?php
/**
 * Marking who came.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Application;

use Lernwelt\Booking\Domain\BookingNumber;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Transaction;
use RuntimeException;

/** Takes marks as a phone sends them: some twice, some late, some about bookings that were cancelled meanwhile. */
final readonly class MarkAttendance {

	/**
	 * @param Bookings    $bookings    Bookings.
	 * @param Transaction $transaction All or nothing.
	 * @param AuditLog    $audit       Log.
	 */
	public function __construct( private Bookings $bookings, private Transaction $transaction, private AuditLog $audit ) {}

	/**
	 * Marks. The same marks again change nothing.
	 *
	 * @param int                     $date_id Date.
	 * @param array<array-key, ?bool> $marks   Number of the booking → whether they came, null to take a mark back.
	 * @return array{saved: array<string, ?bool>, unknown: list<string>} What holds now, and numbers that hold no seat at this date.
	 * @throws RuntimeException When the database refuses.
	 */
	public function mark( int $date_id, array $marks ): array {
		$known = [];
		foreach ( $this->bookings->of_date( $date_id ) as $booking ) {
			$known[ $booking->number ] = $booking;
		}
		$saved   = [];
		$unknown = [];
		$changes = [];
		foreach ( $marks as $typed => $mark ) {
			$booking = $known[ BookingNumber::typed( (string) $typed ) ] ?? null;
			if ( null === $booking ) {
				$unknown[] = (string) $typed;
				continue;
			}
			$saved[ $booking->number ] = $mark;
			if ( $booking->attended !== $mark ) {
				$changes[ $booking->id ] = $mark;
			}
		}
		if ( [] !== $changes ) {
			$this->transaction->run(
				function () use ( $changes ): void {
					foreach ( $changes as $id => $mark ) {
						$this->bookings->mark( $id, $mark );
					}
				}
			);
			$this->audit->record( new AuditEvent( 'booking', 'attendance-marked', object: "date:$date_id", details: [ 'rows' => count( $changes ) ] ) );
		}
		return [ 'saved' => $saved, 'unknown' => $unknown ];
	}
}
