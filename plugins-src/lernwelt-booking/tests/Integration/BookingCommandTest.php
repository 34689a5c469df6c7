<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Tests\WpCli;

/** The commands as processes of their own. */
final class BookingCommandTest extends ReportTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->work_without_rollback();
	}

	public function test_a_date_is_listed_exported_and_a_booking_cancelled(): void {
		$date    = $this->date( [ 'capacity' => 2 ] );
		$booking = $this->booked( $date->id, self::person( '=Anja;Lehmann' ) );

		[ $code, $out, $errors ] = $this->command( 'list', "--date=$date->id", '--format=json' );
		self::assertSame( [ 0, '' ], [ $code, $errors ] );
		self::assertSame( [ [ $booking->number, 'booked', '=Anja;Lehmann' ] ], array_map( static fn ( array $row ): array => [ $row['number'], $row['state'], $row['name'] ], json_decode( $out, true, 8, JSON_THROW_ON_ERROR ) ) );
		[ , $csv ] = $this->command( 'export', "--date=$date->id" );
		self::assertStringStartsWith( "\xEF\xBB\xBF\"Buchungsnummer\";\"Stand\";\"Name\"", $csv );
		self::assertStringContainsString( "\"$booking->number\";\"gebucht\";\"'=Anja;Lehmann\"", $csv, 'no formula' );

		self::assertSame( 0, $this->command( 'cancel', strtolower( $booking->number ), '--message=Der Raum ist gesperrt.' )[0] );
		$this->assert_counted( $date->id, 0 );
		self::assertCount( 2, $this->parts->services->mail_log->of_topic( "booking:$booking->id" ), 'the confirmation and the cancellation' );
		[ $code, , $errors ] = $this->command( 'cancel', $booking->number );
		self::assertSame( 1, $code );
		self::assertStringContainsString( 'bereits storniert', $errors );
	}

	public function test_what_is_not_there_is_said(): void {
		foreach ( [ [ 'list', '--date=999999' ], [ 'export', '--date=999999' ], [ 'cancel', '7KQ2MXP4TC' ], [ 'stats', '--first=morgen' ] ] as $arguments ) {
			[ $code, $out, $errors ] = $this->command( ...$arguments );
			self::assertSame( [ 1, '' ], [ $code, $out ], $arguments[0] );
			self::assertMatchesRegularExpression( '/gibt es auf diesem Portal nicht|Bitte geben Sie die Tage/', $errors );
		}
	}

	public function test_invented_bookings_are_as_booked_ones_would_be(): void {
		global $wpdb;
		[ $code, , $errors ] = $this->command( 'generate', '--events=3', '--dates=7', '--bookings=100', '--seed=4' );
		self::assertSame( [ 0, '' ], [ $code, $errors ] );
		$ids = $this->parts->dates()->ids();
		self::assertCount( 7, $ids );
		foreach ( $ids as $id ) {
			$this->assert_counted( $id, $this->fresh_date( $id )->booked );
		}
		$count = static fn ( string $where ): int => (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}lw_bookings WHERE $where" ); // phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- conditions of this test.
		self::assertSame( 100, $count( '1 = 1' ) );
		self::assertSame( 0, $count( "(state = 'cancelled') <> (slot > 0) OR (state = 'cancelled') <> (cancelled_at IS NOT NULL)" ) );
		self::assertGreaterThan( 0, $count( "state = 'cancelled'" ) );
		self::assertGreaterThan( 0, $count( 'attended = 1' ) );
		self::assertGreaterThan( 0, $count( 'startchancen IS NULL AND district = \'\'' ) );

		[ , $out ] = $this->command( 'stats', '--first=2024-01-01', '--last=2028-12-31', '--format=json' );
		$total     = json_decode( $out, true, 16, JSON_THROW_ON_ERROR )['total'];
		self::assertSame( [ 100, 3 ], [ $total['booked'] + $total['cancelled'], $total['events'] ] );
	}

	/** @return array{int, string, string} Exit code, output, errors. */
	private function command( string ...$arguments ): array {
		return WpCli::run( 'lernwelt', 'booking', ...array_values( $arguments ), ...[ '--url=' . get_home_url( $this->blog_id( 'startchancen' ) ) ] );
	}
}
