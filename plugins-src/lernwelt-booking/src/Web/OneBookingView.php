<?php
/**
 * What the page of one booking prints.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Web;

/** Prepared for templates/one-booking.php. */
final readonly class OneBookingView {

	/**
	 * @param BookingView $booking Booking.
	 * @param string      $problem What went wrong, '' for nothing.
	 * @param string      $action  Where the form is sent.
	 */
	public function __construct( public BookingView $booking, public string $problem, public string $action ) {}
}
