<?php
/**
 * What the page of own bookings prints.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Web;

/** Prepared for templates/my-bookings.php. */
final readonly class MyBookingsView {

	/**
	 * @param list<BookingView> $coming     Seats to come, the next first.
	 * @param list<BookingView> $others     Past and cancelled ones, the latest first.
	 * @param string            $question   Number of the booking that the reader is asked about, '' for none.
	 * @param string            $cancelled  Number of the booking that was just cancelled, '' for none.
	 * @param string            $problem    What went wrong, '' for nothing.
	 * @param string            $events_url Page with all events.
	 */
	public function __construct( public array $coming, public array $others, public string $question, public string $cancelled, public string $problem, public string $events_url ) {}
}
