<?php
/**
 * All dates of a portal over REST.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Rest;

use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Content\EventTitles;
use Lernwelt\Booking\Domain\DateLists;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Schemas;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** GET /lernwelt/v1/organiser/dates: where organisers begin. No names. */
final class OrganiserDatesController extends Controller {

	/**
	 * @param Schemas           $schemas Schemas of this plugin.
	 * @param DateLists         $dates   Dates.
	 * @param ParticipantAnswer $answer  Dates as answers.
	 * @param Clock             $clock   Time.
	 */
	public function __construct( Schemas $schemas, private readonly DateLists $dates, private readonly ParticipantAnswer $answer, private readonly Clock $clock ) {
		parent::__construct( $schemas );
	}

	/** Registers the route. */
	public function register_routes(): void {
		$this->route( '/organiser/dates', 'organiser-dates', [ 'GET' => [ $this->list( ... ), $this->may_manage( ... ), 'organiser-dates-request' ] ] );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function list( WP_REST_Request $request ): WP_REST_Response {
		$over   = 'past' === $request['time'];
		$count  = (int) $request['per_page'];
		$search = trim( (string) $request['search'] );
		$events = '' === $search ? null : EventTitles::matching( $search );
		$now    = $this->clock->now();
		return new WP_REST_Response(
			[
				'items' => $this->answer->dates( $this->dates->page( $over, $now, $events, ( (int) $request['page'] - 1 ) * $count, $count ) ),
				'total' => $this->dates->count( $over, $now, $events ),
			],
			200,
			[ 'Cache-Control' => 'private, no-store' ]
		);
	}

	private function may_manage(): true|WP_Error {
		return $this->allowed( BookingCapabilities::MANAGE );
	}
}
