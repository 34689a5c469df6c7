<?php
/**
 * A row of the table of bookings.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Persistence;

use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Domain\SchoolFacts;

/** Turns rows into bookings. */
final class BookingRow {

	/**
	 * A booking.
	 *
	 * @param array<string, string|null> $row Row.
	 */
	public static function booking( array $row ): Booking {
		$flag   = static fn ( ?string $value ): ?bool => null === $value ? null : '1' === $value;
		$school = new SchoolFacts( (string) $row['school_number'], (string) $row['school_name'], (string) $row['school_type'], (string) $row['district'], $flag( $row['startchancen'] ) );
		return new Booking(
			(int) $row['id'],
			(string) $row['number'],
			(int) $row['date_id'],
			new Person( (string) $row['person_key'], (int) $row['user_id'], (string) $row['name'], (string) $row['email'], '' === $row['role'] ? [] : [ (string) $row['role'] ], $school ),
			BookingState::from( (string) $row['state'] ),
			(int) $row['booked_by'],
			json_decode( (string) $row['answers'], true, 4, JSON_THROW_ON_ERROR ),
			(string) $row['note'],
			$flag( $row['attended'] ),
			(int) $row['sequence'],
			Instant::of( (string) $row['booked_at'] ),
			Instant::of( $row['cancelled_at'] ),
			CancelledBy::tryFrom( (string) $row['cancelled_by'] ),
			Instant::of( $row['anonymised_at'] )
		);
	}
}
