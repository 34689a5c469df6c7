<?php
/**
 * Contract of the messages to people who booked.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Application;

use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDate;
use RuntimeException;

/** Each puts one mail with its calendar entry into the queue, within the caller's transaction: booking and mail are kept together or not at all. */
interface Announcements {

	/**
	 * Somebody has a seat.
	 *
	 * @param Event     $event   Event.
	 * @param EventDate $date    Date.
	 * @param Booking   $booking Booking.
	 * @throws RuntimeException When the database refuses.
	 */
	public function booked( Event $event, EventDate $date, Booking $booking ): void;

	/**
	 * Somebody's seat was given back.
	 *
	 * @param Event     $event   Event.
	 * @param EventDate $date    Date.
	 * @param Booking   $booking Booking, cancelled.
	 * @param string    $message Words of the organisers, '' for none.
	 * @throws RuntimeException When the database refuses.
	 */
	public function cancelled( Event $event, EventDate $date, Booking $booking, string $message = '' ): void;

	/**
	 * The date was changed: its calendar entry is sent anew.
	 *
	 * @param Event     $event   Event.
	 * @param EventDate $before  Date as it was.
	 * @param EventDate $after   Date as it is.
	 * @param Booking   $booking Booking.
	 * @param string    $message Words of the organisers, '' for none.
	 * @throws RuntimeException When the database refuses.
	 */
	public function moved( Event $event, EventDate $before, EventDate $after, Booking $booking, string $message = '' ): void;

	/**
	 * The date is tomorrow.
	 *
	 * @param Event     $event   Event.
	 * @param EventDate $date    Date.
	 * @param Booking   $booking Booking.
	 * @throws RuntimeException When the database refuses.
	 */
	public function reminder( Event $event, EventDate $date, Booking $booking ): void;

	/**
	 * Organisers write to everybody who booked.
	 *
	 * @param Event     $event   Event.
	 * @param EventDate $date    Date.
	 * @param Booking   $booking Booking of the one who gets it.
	 * @param string    $subject Subject.
	 * @param string    $message Message, plain text.
	 * @throws RuntimeException When the database refuses.
	 */
	public function message( Event $event, EventDate $date, Booking $booking, string $subject, string $message ): void;
}
