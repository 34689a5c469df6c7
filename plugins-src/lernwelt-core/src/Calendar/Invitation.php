<?php
/**
 * A calendar entry by mail.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Calendar;

use DateTimeImmutable;
use Lernwelt\Core\Address;
use Lernwelt\Core\Attachment;

/**
 * One entry for a calendar, as a file (RFC 5545, RFC 5546). The UID stays for the life of the entry; each change and
 * the cancellation carry a higher sequence. The person invited counts as accepted, because they booked: calendars
 * enter it without asking for an answer.
 */
final readonly class Invitation {

	private const PRODUCT = '-//Lernwelt LSA//Lernwelt//DE';

	/**
	 * @param string            $uid         With the portal's host: `booking-17@startchancen.example.org`, up to 190 characters.
	 * @param int               $sequence    0 at first, higher with each change and the cancellation.
	 * @param InvitationMethod  $method      What the calendar is told.
	 * @param Period            $period      From when to when.
	 * @param string            $summary     Title; one line.
	 * @param Address           $organizer   Who invites.
	 * @param DateTimeImmutable $stamp       When this was written; decides between two of the same sequence.
	 * @param Address|null      $attendee    Who is invited; needed by request and cancellation, not allowed when publishing.
	 * @param string            $description Plain text with any line ends.
	 * @param string            $location    Place.
	 * @param string            $url         Page about it, http or https.
	 * @throws InvalidInvitation With reason uid, sequence, summary, url or attendee.
	 */
	public function __construct(
		public string $uid,
		public int $sequence,
		public InvitationMethod $method,
		public Period $period,
		public string $summary,
		public Address $organizer,
		public DateTimeImmutable $stamp,
		public ?Address $attendee = null,
		public string $description = '',
		public string $location = '',
		public string $url = '',
	) {
		$reason = match ( true ) {
			190 < strlen( $uid ), 1 !== preg_match( '/^[A-Za-z0-9._-]+@[A-Za-z0-9.:-]+$/D', $uid ) => 'uid',
			0 > $sequence => 'sequence',
			'' === trim( $summary ) => 'summary',
			'' !== $url && 1 !== preg_match( '#^https?://[^\s\x00-\x1F\x7F"<>]+$#D', $url ) => 'url',
			( InvitationMethod::Publish === $method ) !== ( null === $attendee ) => 'attendee',
			default => null,
		};
		if ( null !== $reason ) {
			throw new InvalidInvitation( $reason );
		}
	}

	/** The file: UTF-8, lines of up to 75 bytes ended by CRLF. */
	public function text(): string {
		$time = new CalendarTime( $this->period );
		return ContentLine::fold(
			[
				'BEGIN:VCALENDAR',
				'VERSION:2.0',
				'PRODID:' . self::PRODUCT,
				'CALSCALE:GREGORIAN',
				"METHOD:{$this->method->value}",
				...$time->zone(),
				'BEGIN:VEVENT',
				"UID:$this->uid",
				"SEQUENCE:$this->sequence",
				'DTSTAMP:' . CalendarTime::utc( $this->stamp ),
				...$time->lines(),
				'SUMMARY:' . ContentLine::text( (string) preg_replace( '/\s*\R\s*/u', ' ', mb_scrub( $this->summary, 'UTF-8' ) ) ),
				...self::text_line( 'DESCRIPTION', $this->description ),
				...self::text_line( 'LOCATION', $this->location ),
				...( '' === $this->url ? [] : [ "URL:$this->url" ] ),
				'ORGANIZER' . self::person( $this->organizer ),
				...( null === $this->attendee ? [] : [ "ATTENDEE{$this->part()}" . self::person( $this->attendee ) ] ),
				'STATUS:' . ( InvitationMethod::Cancel === $this->method ? 'CANCELLED' : 'CONFIRMED' ),
				'TRANSP:OPAQUE',
				'END:VEVENT',
				'END:VCALENDAR',
			]
		);
	}

	/**
	 * The file as a mail takes it.
	 *
	 * @param string $name File name.
	 */
	public function attachment( string $name = 'invite.ics' ): Attachment {
		return new Attachment( $name, "text/calendar; method={$this->method->value}; charset=UTF-8", $this->text() );
	}

	private function part(): string {
		return InvitationMethod::Request === $this->method ? ';CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE' : '';
	}

	/**
	 * @return list<string>
	 */
	private static function text_line( string $property, string $text ): array {
		$value = ContentLine::text( trim( $text ) );
		return '' === $value ? [] : [ "$property:$value" ];
	}

	private static function person( Address $address ): string {
		// Behind these signs a mailto address would end.
		$email = strtr( $address->email, [ '%' => '%25', '?' => '%3F', '#' => '%23', '&' => '%26' ] );
		return ( '' === $address->name ? '' : ';CN=' . ContentLine::parameter( $address->name ) ) . ":mailto:$email";
	}
}
