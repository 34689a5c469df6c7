<?php
/**
 * One booking by its link.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Web;

use Lernwelt\Booking\Content\CalendarEntry;
use Lernwelt\Booking\Content\RefusalWords;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingNumber;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Parts;
use Lernwelt\Core\Blocks\Template;
use Lernwelt\Core\ClientAddress;
use Lernwelt\Core\CurrentRequest;
use Lernwelt\Core\PortalPage;
use RuntimeException;

/** `/buchung/NUMBER/?key=…`: GET shows, POST cancels. The key is the permission, so no login and no nonce is needed. */
final readonly class OneBookingPage {

	private const KEY = 'key';

	/** Wrong links that one network may try within ten minutes. */
	private const TRIES = 30;

	private const SECONDS = 600;

	/**
	 * @param Parts $parts Shared objects.
	 */
	public function __construct( private Parts $parts ) {}

	/**
	 * Answers and ends the request.
	 *
	 * @param string $typed Number in the address.
	 */
	public function show( string $typed ): never {
		$booking = $this->opened( $typed );
		if ( 'POST' === CurrentRequest::server( 'REQUEST_METHOD' ) ) {
			$this->cancel( $booking );
		}
		$this->page( $booking )->show();
	}

	/**
	 * The file for calendars.
	 *
	 * @param string $typed Number in the address.
	 */
	public function calendar( string $typed ): never {
		$booking = $this->opened( $typed );
		$date    = $this->parts->dates()->find( $booking->date_id );
		$event   = null === $date ? null : $this->parts->events()->find( $date->event_id );
		if ( null === $date || null === $event ) {
			$this->refuse();
		}
		$entry = new CalendarEntry( $this->parts->services->clock->now() );
		CalendarFile::send( '' === $booking->person->email ? $entry->general( $event, $date ) : $entry->personal( $event, $date, $booking, BookingState::Cancelled === $booking->state ), "buchung-$booking->number.ics" );
	}

	/** The booking, if the key opens it; else the request ends. */
	private function opened( string $typed ): Booking {
		$number  = BookingNumber::typed( $typed );
		$booking = '' === $number ? null : $this->parts->bookings()->find( $number );
		if ( null === $booking || ! $this->parts->links()->opens( $booking, CurrentRequest::parameter( self::KEY ) ) ) {
			$this->refuse();
		}
		return $booking;
	}

	private function cancel( Booking $booking ): never {
		try {
			$this->parts->cancel_booking()->cancel( $booking, CancelledBy::Person );
		} catch ( BookingRefused $refused ) {
			$this->page( $booking, RefusalWords::of( $refused->reason ), RefusalWords::status( $refused->reason ) )->show();
		} catch ( RuntimeException $failure ) {
			wp_trigger_error( __METHOD__, $failure->getMessage(), E_USER_WARNING );
			$this->page( $booking, RefusalWords::fault(), 503 )->show();
		}
		nocache_headers();
		wp_safe_redirect( $this->parts->links()->page( $booking ), 303 );
		exit;
	}

	private function page( Booking $booking, string $problem = '', int $status = 200 ): PortalPage {
		$found = ( new BookingViews( $this->parts ) )->of( [ $booking ], 0 );
		if ( [] === $found ) {
			$this->refuse();
		}
		$view = new OneBookingView( $found[0]['view'], $problem, $this->parts->links()->page( $booking ) );
		return new PortalPage( $found[0]['view']->title, Template::print( dirname( __DIR__, 2 ) . '/templates/one-booking.php', $view ), $status, $found[0]['view']->when );
	}

	/** Wrong, old and anonymised links look the same. */
	private function refuse(): never {
		$few = $this->parts->services->rate_limiter->hit( 'booking-link', ClientAddress::current()->network(), self::TRIES, self::SECONDS );
		if ( ! $few ) {
			header( 'Retry-After: ' . self::SECONDS );
			( new PortalPage( __( 'Too many tries', 'lernwelt-booking' ), '<p>' . esc_html__( 'Please wait ten minutes and open the link from your e-mail again.', 'lernwelt-booking' ) . '</p>', 429 ) )->show();
		}
		( new PortalPage( __( 'Booking not found', 'lernwelt-booking' ), '<p>' . esc_html__( 'This link does not lead to a booking, or not any more. Please use the whole link from your e-mail, or log in and look at “My bookings”.', 'lernwelt-booking' ) . '</p>', 404 ) )->show();
	}
}
