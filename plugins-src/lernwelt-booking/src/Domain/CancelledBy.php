<?php
/**
 * Who cancelled a booking.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** For the words of the mail and for statistics. */
enum CancelledBy: string {

	/** The person, or the colleague who booked. */
	case Person = 'person';

	/** An organiser. */
	case Organiser = 'organiser';

	/** The whole date was called off. */
	case Date = 'date';
}
