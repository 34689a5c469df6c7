<?php
/**
 * What is done with all participants of a date over REST.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Rest;

use Lernwelt\Booking\Application\MarkAttendance;
use Lernwelt\Booking\Application\WriteToAll;
use Lernwelt\Booking\Content\ParticipantTable;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Rest\CsvResponse;
use Lernwelt\Core\Schemas;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** /lernwelt/v1/event-dates/N/attendance, /message, /bookings-export and /bookings-table. Files are recorded as exports; CSV by whoever watches downloads. */
final class ParticipantToolsController extends OrganiserController {

	/**
	 * @param Schemas        $schemas    Schemas of this plugin.
	 * @param EventDates     $dates      Dates.
	 * @param Bookings       $bookings   Bookings.
	 * @param MarkAttendance $attendance Marks.
	 * @param WriteToAll     $mail       Writes.
	 * @param AuditLog       $audit      Log.
	 */
	public function __construct(
		Schemas $schemas,
		EventDates $dates,
		Bookings $bookings,
		private readonly MarkAttendance $attendance,
		private readonly WriteToAll $mail,
		private readonly AuditLog $audit,
	) {
		parent::__construct( $schemas, $dates, $bookings );
	}

	/** Registers the routes. */
	public function register_routes(): void {
		$this->route( self::ONE_DATE . '/attendance', 'attendance', [ 'POST' => [ $this->mark( ... ), $this->may_manage( ... ), 'attendance-request' ] ] );
		$this->route( self::ONE_DATE . '/message', 'participant-message', [ 'POST' => [ $this->write( ... ), $this->may_manage( ... ), 'participant-message-request' ] ] );
		$this->route( self::ONE_DATE . '/bookings-export', 'participant-export', [ 'GET' => [ $this->export( ... ), $this->may_export( ... ) ] ] );
		$this->route( self::ONE_DATE . '/bookings-table', 'participant-table', [ 'GET' => [ $this->table( ... ), $this->may_export( ... ) ] ] );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function mark( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return self::answer(
			function () use ( $request ): WP_REST_Response {
				$done = $this->attendance->mark( $this->date( $request )->id, (array) $request['marks'] );
				return new WP_REST_Response( [ 'saved' => (object) $done['saved'] ] + $done );
			}
		);
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function write( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return self::answer( fn (): WP_REST_Response => new WP_REST_Response( $this->mail->write( $this->date( $request ), $request['subject'], $request['message'] ) ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Request. */
	private function export( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return self::answer(
			function () use ( $request ): WP_REST_Response {
				$date = $this->date( $request );
				return new CsvResponse( ParticipantTable::name( $date ) . '.csv', fn (): iterable => ParticipantTable::rows( $date, $this->bookings->of_date( $date->id, true ) ) );
			}
		);
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Request. */
	private function table( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return self::answer(
			function () use ( $request ): WP_REST_Response {
				$date = $this->date( $request );
				$rows = [ ...ParticipantTable::rows( $date, $this->bookings->of_date( $date->id, true ) ) ];
				$this->audit->record( new AuditEvent( 'export', 'downloaded', object: "date:$date->id", details: [ 'format' => 'xlsx', 'rows' => count( $rows ) - 1 ] ) );
				return new WP_REST_Response( [ 'name' => ParticipantTable::name( $date ), 'rows' => $rows ] );
			}
		);
	}
}
