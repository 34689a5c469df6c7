<?php
/**
 * Addresses of this plugin.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Web;

use Lernwelt\Booking\Content\BookingLinks;
use Lernwelt\Booking\Content\CalendarEntry;
use Lernwelt\Booking\Parts;
use Lernwelt\Core\CurrentRequest;
use Lernwelt\Core\PortalPage;

/** Finds the page for an address that no editor wrote. */
final readonly class Pages {

	/**
	 * @param Parts $parts Shared objects.
	 */
	public function __construct( private Parts $parts ) {}

	/** Action `parse_request`: answers and ends the request, or leaves it to WordPress. */
	public function answer(): void {
		$path = wp_parse_url( CurrentRequest::address(), PHP_URL_PATH );
		if ( ! is_string( $path ) ) {
			return;
		}
		if ( trailingslashit( $path ) === '/' . BookingLinks::MINE . '/' ) {
			( new MyBookingsPage( $this->parts ) )->show();
		}
		if ( 1 === preg_match( '#^/' . BookingLinks::ONE . '/([0-9A-Za-z-]{1,40})(/kalender\.ics|/?)$#D', $path, $found ) ) {
			$page = new OneBookingPage( $this->parts );
			'/kalender.ics' === $found[2] ? $page->calendar( $found[1] ) : $page->show( $found[1] );
		}
		if ( 1 === preg_match( '#^/termin/([1-9]\d{0,17})/kalender\.ics$#D', $path, $found ) ) {
			$this->calendar( (int) $found[1] );
		}
	}

	private function calendar( int $date_id ): never {
		$date  = $this->parts->dates()->find( $date_id );
		$event = null === $date ? null : $this->parts->events()->find( $date->event_id );
		if ( null === $date || null === $event || ! $event->published ) {
			( new PortalPage( __( 'Date not found', 'lernwelt-booking' ), '<p>' . esc_html__( 'This date does not exist or no longer exists.', 'lernwelt-booking' ) . '</p>', 404 ) )->show();
		}
		CalendarFile::send( ( new CalendarEntry( $this->parts->services->clock->now() ) )->general( $event, $date ), "termin-$date_id.ics" );
	}
}
