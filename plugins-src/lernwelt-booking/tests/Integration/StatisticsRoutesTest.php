<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use ArrayObject;
use Lernwelt\Booking\Rest\StatisticsController;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Rest\CsvResponse;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use PHPUnit\Framework\Attributes\TestWith;

/** /booking-statistics and its files. */
final class StatisticsRoutesTest extends ReportTestCase {

	private const ROUTE = '/lernwelt/v1/booking-statistics';

	private const SCHEMAS = __DIR__ . '/../../schemas';

	protected function setUp(): void {
		parent::setUp();
		add_action(
			'rest_api_init',
			fn () => ( new StatisticsController( new Schemas( self::SCHEMAS ), new \Lernwelt\Booking\Content\StatisticsReport( self::statistics_of_portal() ), $this->clock, wp_timezone( ... ) ) )->register_routes(),
			5
		);
	}

	#[TestWith( [ 'lernwelt_statistics_reader' ] )]
	#[TestWith( [ 'lernwelt_event_organiser' ] )]
	#[TestWith( [ 'administrator' ] )]
	public function test_who_may_gets_the_running_school_year( string $role ): void {
		$this->booked( $this->date_at( '2026-12-01 14:00' )->id );
		$this->log_in_as( $role );
		$answer = $this->rest( 'GET', self::ROUTE );
		$this->assert_answer( $answer, self::SCHEMAS . '/booking-statistics.json' );
		$data = $answer->get_data();
		self::assertSame( [ '2026-08-01', '2027-07-31', 1, 20 ], [ $data['first'], $data['last'], $data['total']['booked'], $data['total']['seats'] ] );
		self::assertStringContainsString( 'no-store', $answer->get_headers()['Cache-Control'] );
		self::assertStringNotContainsString( 'Lehmann', (string) wp_json_encode( $data ) );
	}

	#[TestWith( [ '2026-07-31 21:59:59', '2025-08-01', '2026-07-31' ] )]
	#[TestWith( [ '2026-07-31 22:00:00', '2026-08-01', '2027-07-31' ] )]
	public function test_the_school_year_changes_at_midnight_of_the_place( string $now, string $first, string $last ): void {
		$this->clock->advance( "$now UTC" );
		$this->log_in_as( 'lernwelt_statistics_reader' );
		$data = $this->rest( 'GET', self::ROUTE )->get_data();
		self::assertSame( [ $first, $last ], [ $data['first'], $data['last'] ] );
	}

	#[TestWith( [ '' ] )]
	#[TestWith( [ '.csv' ] )]
	#[TestWith( [ '.json' ] )]
	public function test_nobody_else_may( string $ending ): void {
		$this->log_out();
		$this->assert_problem( $this->rest( 'GET', self::ROUTE . $ending ), Problems::UNAUTHENTICATED, 401 );
		foreach ( [ 'lernwelt_teacher', 'lernwelt_head_teacher', 'editor', 'subscriber' ] as $role ) {
			$this->log_in_as( $role );
			$this->assert_problem( $this->rest( 'GET', self::ROUTE . $ending ), Problems::FORBIDDEN, 403 );
		}
		$this->log_in_as( 'lernwelt_event_organiser', 'lernorte' );
		$this->assert_problem( $this->rest( 'GET', self::ROUTE . $ending ), Problems::FORBIDDEN, 403 );
	}

	/**
	 * @param array<string, string> $values Parameters.
	 * @param array<string, string> $fields Field → reason code.
	 */
	#[TestWith( [ [ 'first' => '2026-02-30' ], [ 'first' => 'date' ] ] )]
	#[TestWith( [ [ 'first' => "1' OR 1=1" ], [ 'first' => 'date' ] ] )]
	#[TestWith( [ [ 'first' => '2027-01-02', 'last' => '2027-01-01' ], [ 'last' => 'before_first' ] ] )]
	#[TestWith( [ [ 'first' => '2001-01-01' ], [ 'last' => 'too_long' ] ] )]
	public function test_bad_days_are_refused_with_a_sentence( array $values, array $fields ): void {
		$this->log_in_as( 'lernwelt_statistics_reader' );
		foreach ( [ '', '.csv', '.json' ] as $ending ) {
			$answer = $this->rest( 'GET', self::ROUTE . $ending, $values );
			$this->assert_problem( $answer, Problems::INVALID, 422, $fields );
			self::assertMatchesRegularExpression( '/^(Bitte|Der letzte Tag)/', implode( ' ', $answer->get_data()['data']['sentences'] ) );
		}
	}

	public function test_the_table_for_excel_has_every_line_once(): void {
		$this->booked( $this->date_at( '2026-12-01 14:00', groups: [ 'lehrkraefte' ] )->id );
		$term = get_term_by( 'slug', 'lehrkraefte', 'event_audience' );
		self::assertInstanceOf( \WP_Term::class, $term );
		wp_update_term( $term->term_id, 'event_audience', [ 'name' => '=SUMME(A1:A9)' ] );
		$this->log_in_as( 'lernwelt_statistics_reader' );
		$answer = $this->rest( 'GET', self::ROUTE . '.csv', [ 'first' => '2026-12-01', 'last' => '2026-12-31' ] );
		self::assertInstanceOf( CsvResponse::class, $answer );
		self::assertSame( 'attachment; filename="buchungsstatistik-2026-12-01-bis-2026-12-31.csv"', $answer->get_headers()['Content-Disposition'] );
		$lines = explode( "\r\n", rtrim( $answer->get_data() ) );
		self::assertSame( "\xEF\xBB\xBF" . '"Gliederung";"Wert";"Veranstaltungen";"Stattfindende Termine";"Abgesagte Termine";"Angebotene Plätze";"Gebuchte Plätze";"Teilgenommen";"Stornierte Buchungen"', $lines[0] );
		self::assertSame( '"Gesamt";"";"1";"1";"0";"20";"1";"0";"0"', $lines[1] );
		self::assertSame( '"Nach Monat";"Dezember 2026";"1";"1";"0";"20";"1";"0";"0"', $lines[2] );
		self::assertContains( '"Nach Landkreis der Schule";"Saalekreis";"";"";"";"";"1";"0";"0"', $lines );
		self::assertContains( '"Nach Zielgruppe der Veranstaltung";"\'=SUMME(A1:A9)";"1";"1";"0";"20";"1";"0";"0"', $lines, 'no formula' );
	}

	public function test_files_are_recorded_and_looking_is_not(): void {
		$this->work_without_rollback();
		$this->log_in_as( 'lernwelt_statistics_reader' );
		$recorded = new ArrayObject();
		add_action( AuditLog::ACTION, static fn ( AuditEvent $event ) => $recorded->append( "$event->area/$event->action $event->object" ) );
		$this->rest( 'GET', self::ROUTE );
		self::assertSame( [], $recorded->getArrayCopy() );
		$this->rest( 'GET', self::ROUTE . '.csv' );
		$json = $this->rest( 'GET', self::ROUTE . '.json' );
		$this->assert_answer( $json, self::SCHEMAS . '/booking-statistics.json' );
		self::assertSame( [ 'export/downloaded file:booking-statistics.csv', 'export/downloaded file:booking-statistics.json' ], $recorded->getArrayCopy() );
	}
}
