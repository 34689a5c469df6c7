<?php
/**
 * Own bookings over REST.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Rest;

use Lernwelt\Booking\Application\CancelBooking;
use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Content\OwnBookings;
use Lernwelt\Booking\Content\People;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Schemas;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** /lernwelt/v1/bookings and /colleagues: what people do who book. Somebody else's booking doesn't exist here. */
final class BookingsController extends Controller {

	/**
	 * @param Schemas       $schemas  Schemas of this plugin.
	 * @param OwnBookings   $own      Bookings of accounts.
	 * @param CancelBooking $cancel   Cancels.
	 * @param People        $people   People.
	 * @param EventDates    $dates    Dates.
	 * @param BookingAnswer $answer   Bookings as answers.
	 */
	public function __construct( Schemas $schemas, private readonly OwnBookings $own, private readonly CancelBooking $cancel, private readonly People $people, private readonly EventDates $dates, private readonly BookingAnswer $answer ) {
		parent::__construct( $schemas );
	}

	/** Registers the routes. */
	public function register_routes(): void {
		$this->route( '/bookings', 'bookings', [ 'GET' => [ $this->list( ... ), $this->may_book( ... ) ] ] );
		$this->route( '/bookings', 'booking', [ 'POST' => [ $this->book( ... ), $this->may_book( ... ), 'booking-request' ] ] );
		$this->route( '/bookings/(?P<number>[0-9A-Za-z-]{10,14})/cancel', 'booking', [ 'POST' => [ $this->give_back( ... ), $this->may_book( ... ) ] ] );
		$this->route( '/colleagues', 'colleagues', [ 'GET' => [ $this->colleagues( ... ), $this->may_book_for_colleagues( ... ), 'colleagues-request' ] ] );
	}

	private function list(): WP_REST_Response {
		return new WP_REST_Response( [ 'items' => $this->answer->all( $this->own->all( get_current_user_id() ) ) ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function book( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return Answers::of(
			function () use ( $request ): WP_REST_Response {
				$booked = $this->own->book( get_current_user_id(), (int) $request['date'], (array) $request['answers'], (int) $request['colleague'] );
				return new WP_REST_Response( $this->answer->of( $booked->booking ), $booked->is_new ? 201 : 200 );
			}
		);
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function give_back( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return Answers::of(
			function () use ( $request ): WP_REST_Response {
				$this->own->count( get_current_user_id() );
				$booking = $this->own->find( get_current_user_id(), (string) $request['number'] ) ?? throw new BookingRefused( Refusal::NotFound );
				return new WP_REST_Response( $this->answer->of( $this->cancel->cancel( $booking, CancelledBy::Person ) ) );
			}
		);
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function colleagues( WP_REST_Request $request ): WP_REST_Response {
		$date   = $this->dates->find( (int) $request['date'] );
		$people = array_filter( $this->people->colleagues( get_current_user_id() ), static fn ( Person $person ): bool => null === $date?->facts->audience->refusal( $person ) );
		return new WP_REST_Response( [ 'items' => array_map( static fn ( Person $person ): array => [ 'id' => $person->user_id, 'name' => $person->name ], array_values( $people ) ) ] );
	}

	private function may_book(): true|WP_Error {
		return $this->allowed( BookingCapabilities::BOOK );
	}

	private function may_book_for_colleagues(): true|WP_Error {
		return $this->allowed( BookingCapabilities::BOOK_FOR_COLLEAGUES );
	}
}
