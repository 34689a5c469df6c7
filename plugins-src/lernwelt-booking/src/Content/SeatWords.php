<?php
/**
 * Seats in words.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use DateTimeImmutable;
use Lernwelt\Booking\Domain\BookingPolicy;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Refusal;

/** One short line about whether and how a date can be booked now. */
final class SeatWords {

	/**
	 * The line.
	 *
	 * @param EventDate         $date Date of a published event.
	 * @param DateTimeImmutable $now  Now.
	 */
	public static function of( EventDate $date, DateTimeImmutable $now ): string {
		if ( $date->is_over( $now ) && Refusal::DateCancelled !== BookingPolicy::closed( $date, true, $now ) ) {
			return __( 'over', 'lernwelt-booking' );
		}
		return match ( BookingPolicy::closed( $date, true, $now ) ) {
			Refusal::DateCancelled => __( 'called off', 'lernwelt-booking' ),
			Refusal::Begun => __( 'has begun', 'lernwelt-booking' ),
			Refusal::Closed => __( 'bookings closed', 'lernwelt-booking' ),
			/* translators: %s: moment. */
			Refusal::NotOpenYet => null === $date->facts->opens_at ? '' : sprintf( __( 'bookings open on %s', 'lernwelt-booking' ), When::moment( $date->facts->opens_at, $date->facts->period ) ),
			Refusal::Full => __( 'full', 'lernwelt-booking' ),
			/* translators: 1: free seats, 2: all seats. */
			default => sprintf( _n( '%1$s of %2$s seats free', '%1$s of %2$s seats free', $date->free(), 'lernwelt-booking' ), number_format_i18n( $date->free() ), number_format_i18n( $date->facts->capacity ) ),
		};
	}
}
