<?php
/**
 * Certificates as a download.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Pdf;

use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Content\When;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingNumber;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Events;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Clock;
use Lernwelt\Core\CurrentRequest;

/** For everybody who is marked as having been there, or for one of them. */
final readonly class CertificateFile {

	/** Action of admin-post.php. */
	public const ACTION = 'lernwelt_booking_certificates';

	/**
	 * @param EventDates $dates    Dates.
	 * @param Bookings   $bookings Bookings.
	 * @param Events     $events   Events.
	 * @param Clock      $clock    Time.
	 * @param AuditLog   $audit    Log.
	 */
	public function __construct( private EventDates $dates, private Bookings $bookings, private Events $events, private Clock $clock, private AuditLog $audit ) {}

	/** Action `admin_post_…`: sends the file and ends. It changes nothing, so it needs no nonce. */
	public function send(): void {
		if ( ! current_user_can( BookingCapabilities::EXPORT ) ) {
			wp_die( esc_html__( 'You are not allowed to take lists of names home.', 'lernwelt-booking' ), '', [ 'response' => 403 ] );
		}
		$date  = $this->dates->find( (int) CurrentRequest::parameter( 'date' ) );
		$bytes = null === $date ? null : $this->pdf( $date, CurrentRequest::parameter( 'booking' ) );
		if ( null === $date || null === $bytes ) {
			wp_die( esc_html__( 'There is nobody to certify: certificates are for people who are marked as having been there.', 'lernwelt-booking' ), '', [ 'response' => 404 ] );
		}
		nocache_headers();
		header( 'Cache-Control: private, no-store' );
		header( 'Content-Type: application/pdf' );
		header( 'Content-Disposition: attachment; filename="teilnahmebescheinigungen-' . $date->facts->period->first_day() . "-$date->id.pdf\"" );
		header( 'Content-Length: ' . strlen( $bytes ) );
		header( 'X-Content-Type-Options: nosniff' );
		echo $bytes; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a PDF file.
		exit;
	}

	/**
	 * The file.
	 *
	 * @param EventDate $date   Date.
	 * @param string    $number Number of one booking, '' for everybody.
	 * @return ?string Bytes; null when nobody of these is marked.
	 */
	public function pdf( EventDate $date, string $number = '' ): ?string {
		$wanted = BookingNumber::typed( $number );
		$people = array_filter( $this->bookings->of_date( $date->id ), static fn ( Booking $booking ): bool => true === $booking->attended && null === $booking->anonymised_at && ( '' === $number || $wanted === $booking->number ) );
		$event  = $this->events->find( $date->event_id );
		if ( [] === $people || null === $event ) {
			return null;
		}
		$pages = array_map( static fn ( Booking $booking ): Certificate => new Certificate( $booking->person->name, $booking->person->school->name, $booking->number ), array_values( $people ) );
		$file  = new Certificates(
			wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ),
			$event->title,
			When::long( $date->facts->period ),
			$date->facts->place,
			/* translators: %s: day. */
			sprintf( __( 'Issued on %s', 'lernwelt-booking' ), (string) wp_date( _x( 'j F Y', 'day of issue, https://www.php.net/date', 'lernwelt-booking' ), $this->clock->now()->getTimestamp(), $date->facts->period->zone ) ),
			$event->contact_name
		);
		$this->audit->record( new AuditEvent( 'export', 'downloaded', object: "date:$date->id", details: [ 'format' => 'pdf', 'rows' => count( $pages ) ] ) );
		return $file->pdf( $pages );
	}
}
