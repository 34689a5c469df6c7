<?php
/**
 * What people do who book.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking;

use Lernwelt\Booking\Rest\BookingAnswer;
use Lernwelt\Booking\Rest\BookingsController;
use Lernwelt\Booking\Rest\SeatsController;
use Lernwelt\Core\Schemas;

/** The page of an event, booking, own bookings, the link in mails. */
final readonly class BookingHooks {

	/**
	 * @param string $file  Main file of the plugin.
	 * @param Parts  $parts Shared objects of this plugin.
	 */
	public function __construct( private string $file, private Parts $parts ) {}

	/** Hooks everything up. */
	public function register(): void {
		add_action( 'rest_api_init', fn () => $this->register_routes() );
	}

	private function register_routes(): void {
		$parts   = $this->parts;
		$clock   = $parts->services->clock;
		$schemas = new Schemas( dirname( $this->file ) . '/schemas' );
		$answer  = new BookingAnswer( $parts->dates(), $parts->events(), $parts->links(), $clock );
		( new BookingsController( $schemas, $parts->own_bookings(), $parts->cancel_booking(), $parts->people(), $parts->dates(), $answer ) )->register_routes();
		( new SeatsController( $schemas, $parts->dates(), $parts->events(), $clock ) )->register_routes();
	}
}
