<?php
/**
 * Why something can't be booked or cancelled.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** Reason codes; adapters turn them into words and an HTTP status. */
enum Refusal: string {

	/** The event isn't published, or there is no such date for this person. */
	case NotFound = 'not_found';

	/** The date was called off. */
	case DateCancelled = 'date_cancelled';

	/** The date has begun or is over. */
	case Begun = 'begun';

	/** Bookings begin later. */
	case NotOpenYet = 'not_open_yet';

	/** The last moment for bookings has passed. */
	case Closed = 'closed';

	/** All seats are taken. */
	case Full = 'full';

	/** The date is for other roles. */
	case WrongRole = 'wrong_role';

	/** The date is for other schools. */
	case WrongSchool = 'wrong_school';

	/** The date is for Startchancen schools. */
	case NotStartchancen = 'not_startchancen';

	/** The last moment for cancelling has passed. */
	case TooLateToCancel = 'too_late_to_cancel';

	/** The booking was cancelled before. */
	case AlreadyCancelled = 'already_cancelled';

	/** The colleague has booked it already, or somebody has for them. */
	case AlreadyBooked = 'already_booked';

	/** The colleague is of another school, unknown, or has never logged in. */
	case NoColleague = 'no_colleague';

	/** Name or e-mail of the person is missing. */
	case NoContact = 'no_contact';

	/** The same message went to the same people a moment ago. */
	case JustSent = 'just_sent';

	/** Somebody books and cancels without end. */
	case TooManyTries = 'too_many_tries';

	/** Somebody wrote to everybody too often. */
	case TooManyMessages = 'too_many_messages';
}
