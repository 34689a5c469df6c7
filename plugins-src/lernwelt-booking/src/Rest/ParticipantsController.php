<?php
/**
 * Participants over REST.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Rest;

use Lernwelt\Booking\Application\CancelBooking;
use Lernwelt\Booking\Application\ParticipantInput;
use Lernwelt\Booking\Application\RegisterByHand;
use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Content\EventTitles;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Schemas;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** /lernwelt/v1/event-dates/N/bookings and what organisers do with one booking. Each look at the list is a line of the log. */
final class ParticipantsController extends OrganiserController {

	/**
	 * @param Schemas           $schemas  Schemas of this plugin.
	 * @param EventDates        $dates    Dates.
	 * @param Bookings          $bookings Bookings.
	 * @param RegisterByHand    $register Registers.
	 * @param CancelBooking     $cancel   Cancels.
	 * @param ParticipantAnswer $answer   Answers.
	 * @param AuditLog          $audit    Log.
	 */
	public function __construct(
		Schemas $schemas,
		EventDates $dates,
		Bookings $bookings,
		private readonly RegisterByHand $register,
		private readonly CancelBooking $cancel,
		private readonly ParticipantAnswer $answer,
		private readonly AuditLog $audit,
	) {
		parent::__construct( $schemas, $dates, $bookings );
	}

	/** Registers the routes. */
	public function register_routes(): void {
		$this->route( self::ONE_DATE . '/bookings', 'participants', [ 'GET' => [ $this->list( ... ), $this->may_manage( ... ), 'participants-request' ] ] );
		$this->route( self::ONE_DATE . '/bookings', 'participant', [ 'POST' => [ $this->add( ... ), $this->may_manage( ... ), 'participant-request' ] ] );
		$this->route( self::ONE_BOOKING, 'participant', [ 'PUT' => [ $this->note( ... ), $this->may_manage( ... ), 'participant-note-request' ] ] );
		$this->route( self::ONE_BOOKING . '/cancel-by-organiser', 'participant', [ 'POST' => [ $this->give_back( ... ), $this->may_manage( ... ), 'participant-cancel-request' ] ] );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function list( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return self::answer(
			function () use ( $request ): WP_REST_Response {
				$date   = $this->date( $request );
				$search = (string) $request['search'];
				$state  = (string) $request['state'];
				$found  = array_values(
					array_filter(
						$this->bookings->of_date( $date->id, 'booked' !== $state ),
						static fn ( Booking $booking ): bool => in_array( $state, [ 'all', $booking->state->value ], true ) && EventTitles::has( "{$booking->person->name} {$booking->person->email} {$booking->person->school->name} $booking->number", $search )
					)
				);
				$this->audit->record( new AuditEvent( 'people', 'read', object: "date:$date->id", details: [ 'via' => 'rest', 'rows' => count( $found ) ] ) );
				return new WP_REST_Response(
					[
						'date'       => $this->answer->date( $date ),
						'questions'  => $this->answer->questions( $date ),
						'may_export' => current_user_can( BookingCapabilities::EXPORT ),
						'items'      => array_map( $this->answer->person( ... ), $found ),
					]
				);
			}
		);
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function add( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return self::answer(
			function () use ( $request ): WP_REST_Response {
				$booked = $this->register->register( $this->date( $request )->id, $request->get_params(), get_current_user_id() );
				return new WP_REST_Response( $this->answer->person( $booked->booking ), $booked->is_new ? 201 : 200 );
			}
		);
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function note( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return self::answer(
			function () use ( $request ): WP_REST_Response {
				$booking = $this->booking( $request );
				$note    = ParticipantInput::note( $request['note'] );
				if ( $note !== $booking->note ) {
					$this->bookings->note( $booking->id, $note );
					$this->audit->record( new AuditEvent( 'booking', 'noted', object: "booking:$booking->id" ) );
				}
				return new WP_REST_Response( $this->answer->person( $this->bookings->find( $booking->number ) ?? throw new BookingRefused( Refusal::NotFound ) ) );
			}
		);
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function give_back( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return self::answer( fn (): WP_REST_Response => new WP_REST_Response( $this->answer->person( $this->cancel->cancel( $this->booking( $request ), CancelledBy::Organiser, ParticipantInput::words( $request['message'] ) ) ) ) );
	}
}
