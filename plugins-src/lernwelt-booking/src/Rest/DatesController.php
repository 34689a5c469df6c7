<?php
/**
 * Dates of an event over REST.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Rest;

use Closure;
use DateTimeZone;
use Lernwelt\Booking\Application\DateInput;
use Lernwelt\Booking\Application\ManageDates;
use Lernwelt\Booking\Application\PlanSeries;
use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Content\EventWords;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** /lernwelt/v1/events/N/dates and /event-dates/N: what editors do in the panel of an event. Each answer is the whole list. */
final class DatesController extends Controller {

	private const OF_EVENT = '/events/(?P<event>\d{1,18})';

	private const ONE = '/event-dates/(?P<date>\d{1,18})';

	/**
	 * @param Schemas                             $schemas Schemas of this plugin.
	 * @param EventDates                          $dates   Dates.
	 * @param ManageDates                         $manage  What editors do.
	 * @param PlanSeries                          $series  Plans series.
	 * @param Clock                               $clock   Time.
	 * @param Closure(): DateTimeZone             $zone    Zone of the portal.
	 * @param Closure(): list<array{value: string, label: string}> $roles Roles that may book, for the choice of an audience.
	 */
	public function __construct( Schemas $schemas, private readonly EventDates $dates, private readonly ManageDates $manage, private readonly PlanSeries $series, private readonly Clock $clock, private readonly Closure $zone, private readonly Closure $roles ) {
		parent::__construct( $schemas );
	}

	/** Registers the routes. */
	public function register_routes(): void {
		$this->route(
			self::OF_EVENT . '/dates',
			'event-dates',
			[
				'GET'  => [ $this->list( ... ), $this->may_edit_event( ... ) ],
				'POST' => [ $this->add( ... ), $this->may_edit_event( ... ), 'event-date-request' ],
			]
		);
		$this->route( self::OF_EVENT . '/series', 'event-series', [ 'POST' => [ $this->plan( ... ), $this->may_edit_event( ... ), 'event-series-request' ] ] );
		$this->route(
			self::ONE,
			'event-dates',
			[
				'PUT'    => [ $this->change( ... ), $this->may_edit_date( ... ), 'event-date-request' ],
				'DELETE' => [ $this->remove( ... ), $this->may_edit_date( ... ) ],
			]
		);
		$this->route( self::ONE . '/cancel', 'event-dates', [ 'POST' => [ $this->cancel( ... ), $this->may_edit_date( ... ), 'event-date-cancel-request' ] ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function list( WP_REST_Request $request ): WP_REST_Response {
		return $this->all( (int) $request['event'] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function add( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return self::answer(
			function () use ( $request ): WP_REST_Response {
				$this->manage->add( (int) $request['event'], [ DateInput::facts( $request->get_params(), ( $this->zone )() ) ] );
				return $this->all( (int) $request['event'], 201 );
			}
		);
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function plan( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return self::answer(
			function () use ( $request ): WP_REST_Response {
				$plan  = $this->series->plan( $request->get_params(), ( $this->zone )() );
				$this->manage->check( $plan['dates'] );
				$dates = true === $request['preview'] ? [] : $this->manage->add( (int) $request['event'], $plan['dates'] );
				return new WP_REST_Response(
					[
						'days'        => $plan['days'],
						'known_until' => $plan['known_until'],
						'made'        => count( $dates ),
					],
					[] === $dates ? 200 : 201
				);
			}
		);
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function change( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return self::answer(
			function () use ( $request ): WP_REST_Response {
				$date = $this->date( $request );
				$this->manage->change( $date, DateInput::facts( $request->get_params(), $date->facts->period->zone ), (int) $request['version'], trim( (string) $request['message'] ) );
				return $this->all( $date->event_id );
			}
		);
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function cancel( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return self::answer(
			function () use ( $request ): WP_REST_Response {
				$date = $this->date( $request );
				$this->manage->cancel( $date, trim( (string) $request['message'] ) );
				return $this->all( $date->event_id );
			}
		);
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function remove( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$date = $this->dates->find( (int) $request['date'] );
		return match ( true ) {
			null === $date => Problems::error( Problems::NOT_FOUND ),
			$this->manage->remove( $date ) => $this->all( $date->event_id ),
			default => new WP_Error( 'lernwelt_conflict', __( 'Somebody booked this date. It cannot be deleted, only called off.', 'lernwelt-booking' ), [ 'status' => 409 ] ),
		};
	}

	/**
	 * @param Closure(): (WP_REST_Response|WP_Error) $work Work.
	 */
	private static function answer( Closure $work ): WP_REST_Response|WP_Error {
		return Answers::of( $work, EventWords::of_date( ... ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function may_edit_event( WP_REST_Request $request ): true|WP_Error {
		return $this->may_edit( (int) $request['event'] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function may_edit_date( WP_REST_Request $request ): true|WP_Error {
		return $this->may_edit( $this->dates->find( (int) $request['date'] )->event_id ?? 0 );
	}

	/** Who may edit no event at all doesn't learn which there are. */
	private function may_edit( int $event_id ): true|WP_Error {
		$may = $this->allowed( BookingCapabilities::EDIT );
		if ( true !== $may ) {
			return $may;
		}
		return Event::TYPE === get_post_type( $event_id ) ? $this->allowed( 'edit_post', $event_id ) : Problems::error( Problems::NOT_FOUND );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request whose permission was asked.
	 */
	private function date( WP_REST_Request $request ): EventDate {
		return $this->dates->find( (int) $request['date'] ) ?? throw new BookingRefused( Refusal::NotFound );
	}

	private function all( int $event_id, int $status = 200 ): WP_REST_Response {
		$zone = ( $this->zone )();
		return new WP_REST_Response(
			[
				'items' => array_map( $this->item( ... ), $this->dates->of_event( $event_id ) ),
				'now'   => $this->clock->now()->setTimezone( $zone )->format( 'Y-m-d H:i' ),
				'zone'  => $zone->getName(),
				'roles' => ( $this->roles )(),
			],
			$status
		);
	}

	/**
	 * @param EventDate $date Date.
	 * @return array<string, mixed>
	 */
	private function item( EventDate $date ): array {
		return [
			'id'      => $date->id,
			'version' => $date->version,
			'state'   => $date->state->value,
			'over'    => $date->is_over( $this->clock->now() ),
			'begun'   => $date->facts->period->start <= $this->clock->now(),
			'series'  => $date->series,
			'booked'  => $date->booked,
			'free'    => $date->free(),
			'input'   => DateInput::of( $date->facts ),
		];
	}
}
