<?php
/**
 * Dates for calendars.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use DateTimeImmutable;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Core\Address;
use Lernwelt\Core\Calendar\Invitation;
use Lernwelt\Core\Calendar\InvitationMethod;
use Lernwelt\Core\Calendar\Period as CalendarPeriod;

/** Makes the entry of a date, of everybody or of one person. */
final readonly class CalendarEntry {

	/**
	 * @param DateTimeImmutable $now Now.
	 */
	public function __construct( private DateTimeImmutable $now ) {}

	/**
	 * The entry of somebody who booked; its version grows with every change of date or booking.
	 *
	 * @param Event     $event     Event.
	 * @param EventDate $date      Date.
	 * @param Booking   $booking   Booking.
	 * @param bool      $cancelled Whether calendars shall remove it.
	 */
	public function personal( Event $event, EventDate $date, Booking $booking, bool $cancelled ): Invitation {
		return new Invitation(
			'booking-' . strtolower( $booking->number ) . '@' . self::host(),
			$date->sequence + $booking->sequence,
			$cancelled ? InvitationMethod::Cancel : InvitationMethod::Request,
			self::period( $date ),
			$event->title,
			self::organizer( $event ),
			$this->now,
			new Address( $booking->person->email, $booking->person->name ),
			self::description( $event, $date ),
			$date->facts->place,
			$event->url
		);
	}

	/**
	 * The entry for everybody, without the link of the video conference.
	 *
	 * @param Event     $event Event.
	 * @param EventDate $date  Date.
	 */
	public function general( Event $event, EventDate $date ): Invitation {
		return new Invitation( "date-$date->id@" . self::host(), $date->sequence, InvitationMethod::Publish, self::period( $date ), $event->title, self::organizer( $event ), $this->now, null, '', $date->facts->place, $event->url );
	}

	private static function period( EventDate $date ): CalendarPeriod {
		$period = $date->facts->period;
		return $period->all_day ? CalendarPeriod::days( $period->first_day(), $period->last_day() ) : CalendarPeriod::of( $period->start, $period->end, $period->zone );
	}

	private static function description( Event $event, EventDate $date ): string {
		/* translators: %s: web address. */
		return '' === $date->facts->link ? $event->url : sprintf( __( 'Video conference: %s', 'lernwelt-booking' ), $date->facts->link ) . "\n" . $event->url;
	}

	private static function organizer( Event $event ): Address {
		$portal = (string) preg_replace( '/\p{Cc}+/u', ' ', wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ) );
		return '' === $event->contact_email ? new Address( (string) get_option( 'admin_email' ), $portal ) : new Address( $event->contact_email, '' === $event->contact_name ? $portal : $event->contact_name );
	}

	private static function host(): string {
		return (string) wp_parse_url( home_url(), PHP_URL_HOST );
	}
}
