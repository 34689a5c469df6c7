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
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Core\Address;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Mail;
use Lernwelt\Core\Mailer;

/** Puts them into core's queue; the topic `booking:17` finds them in the log. */
final readonly class QueuedAnnouncements implements Announcements {

	/**
	 * @param Mailer       $mailer Queue.
	 * @param Clock        $clock  Time.
	 * @param BookingLinks $links  Links in mails.
	 */
	public function __construct( private Mailer $mailer, private Clock $clock, private BookingLinks $links ) {}

	public function booked( Event $event, EventDate $date, Booking $booking ): void {
		$colleague = 0 === $booking->booked_by ? '' : (string) ( get_userdata( $booking->booked_by )->display_name ?? '' );
		$text      = ( new MailText( $booking->person->name ) )
			/* translators: %s: name of a colleague. */
			->paragraph( '' === $colleague ? __( 'You have a seat.', 'lernwelt-booking' ) : sprintf( __( '%s has booked a seat for you.', 'lernwelt-booking' ), $colleague ) )
			->facts( $this->facts( $event, $date, $booking ) )
			->paragraph( $this->how_to_cancel( $date, $booking ) )
			->paragraph( __( 'The entry for your calendar is attached.', 'lernwelt-booking' ) );
		/* translators: 1: title of an event, 2: when. */
		$this->send( $event, $date, $booking, sprintf( __( 'Booked: %1$s, %2$s', 'lernwelt-booking' ), $event->title, When::short( $date->facts->period ) ), $text, false );
	}

	public function cancelled( Event $event, EventDate $date, Booking $booking, string $message = '' ): void {
		$text = ( new MailText( $booking->person->name ) )
			->paragraph(
				match ( $booking->cancelled_by ) {
					CancelledBy::Date => __( 'This date was called off. Your booking is cancelled.', 'lernwelt-booking' ),
					CancelledBy::Organiser => __( 'The organisers have cancelled your booking.', 'lernwelt-booking' ),
					default => __( 'Your booking is cancelled, and your seat is free for others.', 'lernwelt-booking' ),
				}
			)
			->paragraph( $message )
			->facts( $this->facts( $event, $date, null ) )
			->paragraph( __( 'The attached entry removes the date from your calendar.', 'lernwelt-booking' ) );
		/* translators: 1: title of an event, 2: when. */
		$subject = CancelledBy::Date === $booking->cancelled_by ? __( 'Called off: %1$s, %2$s', 'lernwelt-booking' ) : __( 'Cancelled: %1$s, %2$s', 'lernwelt-booking' );
		$this->send( $event, $date, $booking, sprintf( $subject, $event->title, When::short( $date->facts->period ) ), $text, true );
	}

	public function moved( Event $event, EventDate $before, EventDate $after, Booking $booking, string $message = '' ): void {
		$text = ( new MailText( $booking->person->name ) )
			->paragraph( __( 'A date you booked has changed. Your seat stays yours.', 'lernwelt-booking' ) )
			->paragraph( $message )
			->facts( $this->facts( $event, $after, $booking ) )
			->facts( $this->old_facts( $before, $after ) )
			->paragraph( $this->how_to_cancel( $after, $booking ) )
			->paragraph( __( 'The attached entry changes the date in your calendar.', 'lernwelt-booking' ) );
		/* translators: 1: title of an event, 2: when. */
		$this->send( $event, $after, $booking, sprintf( __( 'Changed: %1$s, %2$s', 'lernwelt-booking' ), $event->title, When::short( $after->facts->period ) ), $text, false );
	}

	public function reminder( Event $event, EventDate $date, Booking $booking ): void {
		$text = ( new MailText( $booking->person->name ) )
			->paragraph( __( 'We remind you of a date you booked.', 'lernwelt-booking' ) )
			->facts( $this->facts( $event, $date, $booking ) )
			->paragraph( $this->how_to_cancel( $date, $booking ) );
		/* translators: 1: title of an event, 2: when. */
		$this->send( $event, $date, $booking, sprintf( __( 'Reminder: %1$s, %2$s', 'lernwelt-booking' ), $event->title, When::short( $date->facts->period ) ), $text );
	}

	public function message( Event $event, EventDate $date, Booking $booking, string $subject, string $message ): void {
		$text = ( new MailText( $booking->person->name ) )
			->paragraph( $message )
			->facts( $this->facts( $event, $date, $booking ) );
		$this->send( $event, $date, $booking, $subject, $text );
	}

	/**
	 * @param Event     $event     Event.
	 * @param EventDate $date      Date.
	 * @param Booking   $booking   Booking.
	 * @param string    $subject   Subject.
	 * @param MailText  $text      Text without its end.
	 * @param ?bool     $cancelled Whether the calendar shall remove the entry; null for no entry.
	 */
	private function send( Event $event, EventDate $date, Booking $booking, string $subject, MailText $text, ?bool $cancelled = null ): void {
		if ( '' === $booking->person->email ) {
			// Registered by hand, without an address.
			return;
		}
		$this->mailer->enqueue(
			new Mail(
				[ new Address( $booking->person->email, $booking->person->name ) ],
				MailText::line( $subject ),
				$text->signed( $event->contact_name, $event->contact_email ),
				'' === $event->contact_email ? null : new Address( $event->contact_email, $event->contact_name ),
				get_locale(),
				null === $cancelled ? [] : [ ( new CalendarEntry( $this->clock->now() ) )->personal( $event, $date, $booking, $cancelled )->attachment( __( 'appointment.ics', 'lernwelt-booking' ) ) ],
				"booking:$booking->id"
			)
		);
	}

	/**
	 * @param Event     $event   Event.
	 * @param EventDate $date    Date.
	 * @param ?Booking  $booking Booking with its number, answers and link; null for what is cancelled.
	 * @return array<string, string> Label → value.
	 */
	private function facts( Event $event, EventDate $date, ?Booking $booking ): array {
		$facts = [
			__( 'What', 'lernwelt-booking' )  => $event->title,
			__( 'When', 'lernwelt-booking' )  => When::long( $date->facts->period ),
			__( 'Where', 'lernwelt-booking' ) => $date->facts->place,
		];
		if ( null === $booking ) {
			return $facts;
		}
		$facts[ __( 'Video conference', 'lernwelt-booking' ) ] = $date->facts->link;
		$facts[ __( 'Booking number', 'lernwelt-booking' ) ]   = $booking->number;
		foreach ( $date->facts->questions->all as $question ) {
			$facts[ $question->label ] = implode( ', ', (array) ( $booking->answers[ $question->id ] ?? [] ) );
		}
		return $facts + [ __( 'Page of the event', 'lernwelt-booking' ) => $event->url ];
	}

	/**
	 * @param EventDate $before Date as it was.
	 * @param EventDate $after  Date as it is.
	 * @return array<string, string> Label → value, of what differs.
	 */
	private function old_facts( EventDate $before, EventDate $after ): array {
		return [
			__( 'So far: when', 'lernwelt-booking' )  => $before->facts->period->equals( $after->facts->period ) ? '' : When::long( $before->facts->period ),
			__( 'So far: where', 'lernwelt-booking' ) => $before->facts->place === $after->facts->place ? '' : $before->facts->place,
		];
	}

	private function how_to_cancel( EventDate $date, Booking $booking ): string {
		return sprintf(
			/* translators: 1: moment, 2: web address of the booking, 3: web address of all bookings. */
			__( "If you cannot come, please cancel until %1\$s, so that somebody else gets the seat:\n%2\$s\n\nAll your bookings: %3\$s", 'lernwelt-booking' ),
			When::moment( $date->facts->cancel_until, $date->facts->period ),
			$this->links->page( $booking ),
			BookingLinks::mine()
		);
	}
}
