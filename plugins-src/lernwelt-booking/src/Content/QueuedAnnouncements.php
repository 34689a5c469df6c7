<?php
/**
 * Mails to people who booked.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Application\Announcements;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Core\Address;
use Lernwelt\Core\Mail;
use Lernwelt\Core\Mailer;
use Lernwelt\Core\Pseudonyms;

/** Puts them into core's queue. */
final readonly class QueuedAnnouncements implements Announcements {

	/**
	 * @param Mailer     $mailer     Queue.
	 * @param Pseudonyms $pseudonyms Makes the keys in links.
	 */
	public function __construct( private Mailer $mailer, private Pseudonyms $pseudonyms ) {}

	public function booked( Event $event, EventDate $date, Booking $booking ): void {
		$this->send( $booking, $event->title );
	}

	public function cancelled( Event $event, EventDate $date, Booking $booking, string $message = '' ): void {
		$this->send( $booking, $event->title );
	}

	public function moved( Event $event, EventDate $before, EventDate $after, Booking $booking, string $message = '' ): void {
		$this->send( $booking, $event->title );
	}

	public function reminder( Event $event, EventDate $date, Booking $booking ): void {
		$this->send( $booking, $event->title );
	}

	public function message( Event $event, EventDate $date, Booking $booking, string $subject, string $message ): void {
		$this->send( $booking, $subject );
	}

	private function send( Booking $booking, string $subject ): void {
		if ( '' !== $booking->person->email ) {
			$this->mailer->enqueue( new Mail( [ new Address( $booking->person->email, $booking->person->name ) ], $subject, $this->pseudonyms->of( 'booking-link', $booking->number ) ) );
		}
	}
}
