<?php
/**
 * Outcome of booking.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Application;

use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDate;

/** A booking with what it is about. */
final readonly class Booked {

	/**
	 * @param Booking   $booking Booking.
	 * @param EventDate $date    Date, as it was before.
	 * @param Event     $event   Event.
	 * @param bool      $is_new  False when the person had it already.
	 */
	public function __construct( public Booking $booking, public EventDate $date, public Event $event, public bool $is_new ) {}
}
