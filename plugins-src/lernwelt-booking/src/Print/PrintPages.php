<?php
/**
 * Lists on paper.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Print;

use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Content\When;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Events;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\CurrentRequest;

/** Pages of wp-admin that are made for a printer: the sign-in sheet and the name badges of a date. */
final readonly class PrintPages {

	/** Action of admin-post.php. */
	public const ACTION = 'lernwelt_booking_print';

	/** What can be printed. */
	private const KINDS = [ 'sign-in-sheet', 'badges' ];

	/**
	 * @param string     $file     Main file of the plugin.
	 * @param EventDates $dates    Dates.
	 * @param Bookings   $bookings Bookings.
	 * @param Events     $events   Events.
	 * @param AuditLog   $audit    Log.
	 */
	public function __construct( private string $file, private EventDates $dates, private Bookings $bookings, private Events $events, private AuditLog $audit ) {}

	/** Action `admin_post_…`: prints a page and ends. It changes nothing, so it needs no nonce. */
	public function show(): void {
		if ( ! current_user_can( BookingCapabilities::MANAGE ) ) {
			wp_die( esc_html__( 'You are not allowed to see who booked.', 'lernwelt-booking' ), '', [ 'response' => 403 ] );
		}
		$kind = CurrentRequest::parameter( 'what' );
		$date = $this->dates->find( (int) CurrentRequest::parameter( 'date' ) );
		if ( null === $date || ! in_array( $kind, self::KINDS, true ) ) {
			wp_die( esc_html__( 'This date does not exist or no longer exists.', 'lernwelt-booking' ), '', [ 'response' => 404 ] );
		}
		nocache_headers();
		header( 'Cache-Control: private, no-store' );
		header( 'Content-Type: text/html; charset=utf-8' );
		header( 'X-Robots-Tag: noindex' );
		$this->print( $kind, $date );
		exit;
	}

	/**
	 * Prints the document.
	 *
	 * @param string    $kind One of KINDS.
	 * @param EventDate $date Date.
	 */
	public function print( string $kind, EventDate $date ): void {
		$bookings = $this->bookings->of_date( $date->id );
		$people   = array_values( array_filter( $bookings, static fn ( Booking $booking ): bool => null === $booking->anonymised_at ) );
		$event    = $this->events->find( $date->event_id );
		// phpcs:disable SlevomatCodingStandard.Variables.UnusedVariable -- the templates read them.
		$title  = $event->title ?? '';
		$when   = When::long( $date->facts->period );
		$place  = $date->facts->place;
		$portal = wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES );
		// Within the page: only what bin/build makes is served.
		$style = (string) file_get_contents( dirname( $this->file ) . '/templates/print.css' );
		// phpcs:enable
		$this->audit->record( new AuditEvent( 'people', 'read', object: "date:$date->id", details: [ 'via' => 'print', 'rows' => count( $people ) ] ) );
		require dirname( $this->file ) . "/templates/$kind.php";
	}
}
