<?php
/**
 * Statistics over REST.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Rest;

use Closure;
use DateTimeZone;
use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Content\RefusalWords;
use Lernwelt\Booking\Content\StatisticsFile;
use Lernwelt\Booking\Content\StatisticsReport;
use Lernwelt\Booking\Domain\SchoolYear;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Rest\CsvResponse;
use Lernwelt\Core\Schemas;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * /lernwelt/v1/booking-statistics, the same as `.csv` and `.json` to take home. Numbers, no names.
 *
 * @phpstan-import-type Report from StatisticsReport
 */
final class StatisticsController extends Controller {

	/**
	 * @param Schemas                  $schemas Schemas of this plugin.
	 * @param StatisticsReport         $report  Numbers with their words.
	 * @param Clock                    $clock   Time.
	 * @param Closure(): DateTimeZone $zone    Zone of the portal.
	 */
	public function __construct( Schemas $schemas, private readonly StatisticsReport $report, private readonly Clock $clock, private readonly Closure $zone ) {
		parent::__construct( $schemas );
	}

	/** Registers the routes. */
	public function register_routes(): void {
		$request = 'booking-statistics-request';
		$this->route( '/booking-statistics', 'booking-statistics', [ 'GET' => [ $this->read( ... ), $this->may_read( ... ), $request ] ] );
		$this->route( '/booking-statistics\.csv', 'booking-statistics', [ 'GET' => [ $this->csv( ... ), $this->may_read( ... ), $request ] ] );
		$this->route( '/booking-statistics\.json', 'booking-statistics', [ 'GET' => [ $this->json( ... ), $this->may_read( ... ), $request ] ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function read( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->answer( $request, static fn ( array $report ): WP_REST_Response => new WP_REST_Response( $report, 200, [ 'Cache-Control' => 'private, no-store' ] ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function csv( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->answer( $request, static fn ( array $report ): WP_REST_Response => new CsvResponse( self::name( $report, 'csv' ), static fn (): array => StatisticsFile::rows( $report ) ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function json( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->answer( $request, static fn ( array $report ): WP_REST_Response => new WP_REST_Response( $report, 200, [ 'Cache-Control' => 'private, no-store', 'Content-Disposition' => 'attachment; filename="' . self::name( $report, 'json' ) . '"' ] ) );
	}

	private function may_read(): true|WP_Error {
		return $this->allowed( BookingCapabilities::STATISTICS );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>>  $request Request.
	 * @param Closure(Report): WP_REST_Response              $print   Makes the answer.
	 */
	private function answer( WP_REST_Request $request, Closure $print ): WP_REST_Response|WP_Error {
		$year = SchoolYear::running( $this->clock->now(), ( $this->zone )() );
		return Answers::of(
			fn (): WP_REST_Response => $print( $this->report->between( self::day( $request, 'first', $year->first ), self::day( $request, 'last', $year->last ) ) ),
			static fn ( string $field, string $reason ): string => match ( $reason ) {
				'date'         => __( 'Please enter a day, for example 1 August 2026.', 'lernwelt-booking' ),
				'before_first' => __( 'The last day must not be before the first one.', 'lernwelt-booking' ),
				'too_long'     => __( 'Please choose at most five years.', 'lernwelt-booking' ),
				default        => RefusalWords::field( $reason ),
			}
		);
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private static function day( WP_REST_Request $request, string $field, string $otherwise ): string {
		$day = (string) $request[ $field ];
		return '' === $day ? $otherwise : $day;
	}

	/**
	 * @param array{first: string, last: string, ...} $report Report.
	 */
	private static function name( array $report, string $ending ): string {
		return "buchungsstatistik-{$report['first']}-bis-{$report['last']}.$ending";
	}
}
