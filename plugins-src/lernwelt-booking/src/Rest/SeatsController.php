<?php
/**
 * Free seats over REST.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Rest;

use Lernwelt\Booking\Content\SeatState;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Events;
use Lernwelt\Core\ClientAddress;
use Lernwelt\Core\Clock;
use Lernwelt\Core\RateLimiter;
use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** /lernwelt/v1/event-seats: numbers of this moment for pages that came from a cache. Counts, no names. */
final class SeatsController extends Controller {

	/** Questions of one network in a minute; a whole school has one address. */
	public const LIMIT   = 1200;
	private const WINDOW = 60;

	/**
	 * @param Schemas     $schemas Schemas of this plugin.
	 * @param EventDates  $dates   Dates.
	 * @param Events      $events  Events.
	 * @param Clock       $clock   Time.
	 * @param RateLimiter $limiter Counts questions.
	 */
	public function __construct( Schemas $schemas, private readonly EventDates $dates, private readonly Events $events, private readonly Clock $clock, private readonly RateLimiter $limiter ) {
		parent::__construct( $schemas );
	}

	/** Registers the route. */
	public function register_routes(): void {
		$this->route( '/event-seats', 'event-seats', [ 'GET' => [ $this->read( ... ), $this->may_read( ... ), 'event-seats-request' ] ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function read( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		if ( ! $this->limiter->hit( 'event-seats', ClientAddress::current()->network(), self::LIMIT, self::WINDOW ) ) {
			return Problems::error( Problems::TOO_MANY );
		}
		$ids   = array_values( array_unique( array_map( intval( ... ), (array) $request['ids'] ) ) );
		$found = $this->dates->find_all( $ids );
		$this->events->read_ahead( array_map( static fn ( EventDate $date ): int => $date->event_id, array_values( $found ) ) );
		$dates = array_filter( $found, fn ( EventDate $date ): bool => $this->events->find( $date->event_id )->published ?? false );
		return new WP_REST_Response( [ 'items' => array_map( $this->item( ... ), array_values( $dates ) ) ], 200, [ 'Cache-Control' => 'no-store' ] );
	}

	/** What everybody reads on the page of the event. */
	private function may_read(): true {
		return true;
	}

	/**
	 * @param EventDate $date Date of a published event.
	 * @return array<string, mixed>
	 */
	private function item( EventDate $date ): array {
		$words = SeatState::of( $date, $this->clock->now() );
		return [
			'id'       => $date->id,
			'state'    => $words->state,
			'bookable' => $words->bookable,
			'free'     => $date->free(),
			'capacity' => $date->facts->capacity,
			'words'    => $words->sentence,
		];
	}
}
