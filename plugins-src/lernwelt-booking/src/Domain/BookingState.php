<?php
/**
 * States of a booking.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** Whether a booking holds a seat. */
enum BookingState: string {

	/** Holds a seat. */
	case Booked = 'booked';

	/** Gave its seat back. */
	case Cancelled = 'cancelled';
}
