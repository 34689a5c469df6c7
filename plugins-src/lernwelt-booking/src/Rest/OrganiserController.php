<?php
/**
 * Basis of what organisers do over REST.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Rest;

use Closure;
use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Content\OrganiserWords;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingNumber;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Schemas;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** Dates and bookings of this portal only: those of others aren't there. No answer is kept by anybody. */
abstract class OrganiserController extends Controller {

	protected const ONE_DATE = '/event-dates/(?P<date>\d{1,18})';

	protected const ONE_BOOKING = '/bookings/(?P<number>[0-9A-Za-z-]{10,14})';

	/**
	 * @param Schemas    $schemas  Schemas of this plugin.
	 * @param EventDates $dates    Dates.
	 * @param Bookings   $bookings Bookings.
	 */
	public function __construct( Schemas $schemas, protected readonly EventDates $dates, protected readonly Bookings $bookings ) {
		parent::__construct( $schemas );
	}

	/** Whether somebody may see and change who comes. */
	protected function may_manage(): true|WP_Error {
		return $this->allowed( BookingCapabilities::MANAGE );
	}

	/** Whether somebody may take names home as a file. */
	protected function may_export(): true|WP_Error {
		return $this->allowed( BookingCapabilities::EXPORT );
	}

	/**
	 * @param Closure(): WP_REST_Response $work Work.
	 */
	protected static function answer( Closure $work ): WP_REST_Response|WP_Error {
		return Answers::of(
			static function () use ( $work ): WP_REST_Response {
				$response = $work();
				$response->header( 'Cache-Control', 'private, no-store' );
				return $response;
			},
			OrganiserWords::field( ... )
		);
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request whose permission was asked.
	 * @throws BookingRefused When there is no such date here.
	 */
	protected function date( WP_REST_Request $request ): EventDate {
		return $this->dates->find( (int) $request['date'] ) ?? throw new BookingRefused( Refusal::NotFound );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request whose permission was asked.
	 * @throws BookingRefused When there is no such booking here.
	 */
	protected function booking( WP_REST_Request $request ): Booking {
		return $this->bookings->find( BookingNumber::typed( (string) $request['number'] ) ) ?? throw new BookingRefused( Refusal::NotFound );
	}
}
