<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use DateTimeZone;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Tests\Processes;

/** Never one seat too many: many people at the same moment, in real processes. */
final class BookingProcessesTest extends BookingTestCase {

	private const PROCESSES = 10;

	protected function setUp(): void {
		parent::setUp();
		$this->work_without_rollback();
	}

	public function test_200_people_get_20_seats_and_180_hear_that_it_is_full(): void {
		$date = $this->far_date( 20 );
		$said = self::at_once( $date->id, 'for ( $turn = 0; $turn < 20; ++$turn ) { $say( $book( "Person $number-$turn" ) ); }' );

		self::assertSame( [ 'booked' => 20, 'full' => 180 ], self::counts( $said ) );
		$this->assert_counted( $date->id, 20 );
		self::assertCount( 20, $this->parts->bookings()->of_date( $date->id, true ), 'whoever was refused left no row' );
		self::assertSame( 20, self::mails(), 'one confirmation each' );
	}

	public function test_with_cancellations_mixed_in_the_counter_still_equals_the_rows(): void {
		$date = $this->far_date( 20 );
		$said = self::at_once(
			$date->id,
			'for ( $turn = 0; $turn < 20; ++$turn ) {
				$booking = $book( "Person $number-$turn" );
				$say( $booking );
				$seen = $parts->dates()->find( $date );
				if ( $seen->booked > $seen->facts->capacity ) { echo "over "; }
				if ( $turn % 2 && is_object( $booking ) ) { $cancel( $booking ); $cancel( $booking ); }
			}'
		);

		$counts = self::counts( $said );
		$held   = ( $counts['booked'] ?? 0 ) - ( $counts['cancelled'] ?? 0 );
		self::assertSame( 200, ( $counts['booked'] ?? 0 ) + ( $counts['full'] ?? 0 ), implode( "\n", $said ) );
		self::assertGreaterThan( 0, $counts['cancelled'] ?? 0, 'nobody cancelled: this test says nothing' );
		self::assertSame( $counts['cancelled'] ?? 0, $counts['already_cancelled'] ?? 0, 'each second try frees nothing' );
		self::assertArrayNotHasKey( 'over', $counts );
		$this->assert_counted( $date->id, $held );
		self::assertLessThanOrEqual( 20, $held );
	}

	public function test_one_person_in_many_windows_gets_one_booking(): void {
		$date = $this->far_date( 20 );
		$said = self::at_once( $date->id, '$booking = $book( "Anja Lehmann" ); echo is_object( $booking ) ? $booking->number : $booking;' );

		self::assertCount( 1, array_unique( $said ), implode( ' ', $said ) );
		self::assertMatchesRegularExpression( '/^[0-9A-Z]{10}$/', $said[0] );
		$this->assert_counted( $date->id, 1 );
	}

	public function test_one_person_who_books_and_cancels_in_many_windows_confuses_nothing(): void {
		$date   = $this->far_date( 20 );
		$said   = self::at_once( $date->id, 'for ( $turn = 0; $turn < 10; ++$turn ) { $booking = $book( "Anja Lehmann" ); $say( $booking ); $cancel( $booking ); }' );
		$counts = self::counts( $said );

		self::assertSame( 10 * self::PROCESSES, $counts['booked'] ?? 0, implode( "\n", $said ) );
		self::assertSame( count( $this->parts->bookings()->of_date( $date->id, true ) ), $counts['cancelled'] ?? 0, 'each booking is cancelled once' );
		$this->assert_counted( $date->id, 0 );
	}

	public function test_one_booking_cancelled_in_many_windows_frees_one_seat(): void {
		$date    = $this->far_date( 20 );
		$booking = $this->booked( $date->id );
		$this->booked( $date->id, self::person( 'Andere' ) );
		$said = self::at_once( $date->id, '$cancel( $parts->bookings()->find( "' . $booking->number . '" ) );' );

		self::assertSame( [ 'already_cancelled' => self::PROCESSES - 1, 'cancelled' => 1 ], self::counts( $said ) );
		$this->assert_counted( $date->id, 1 );
		self::assertSame( BookingState::Cancelled, $this->parts->bookings()->find( $booking->number )?->state );
	}

	private function far_date( int $seats ): EventDate {
		return $this->date( [ 'capacity' => $seats, 'period' => Period::typed( '2060-05-04 14:00', '2060-05-04 16:00', new DateTimeZone( 'Europe/Berlin' ) ) ] );
	}

	/**
	 * @param int    $date_id Date.
	 * @param string $code    What each process does with `$book( name )`, `$cancel( booking )`, `$say( outcome )`.
	 * @return list<string> What each said.
	 */
	private static function at_once( int $date_id, string $code ): array {
		return Processes::run(
			self::PROCESSES,
			'
			\Lernwelt\Tests\PortalPlugins::load( "lernwelt-booking" );
			switch_to_blog( ' . get_current_blog_id() . ' );
			$date   = ' . $date_id . ';
			$parts  = new \Lernwelt\Booking\Parts( \Lernwelt\Core\Core::services() );
			$book   = static function ( string $name ) use ( $parts, $date ) {
				$key = substr( hash( "sha256", $name ), 0, 20 );
				try {
					return $parts->book_seat()->book( $date, new \Lernwelt\Booking\Domain\Person( "e$key", 0, $name, "$key@schule.example.org", [], new \Lernwelt\Booking\Domain\SchoolFacts() ) )->booking;
				} catch ( \Lernwelt\Booking\Domain\BookingRefused $refused ) {
					return $refused->reason->value;
				}
			};
			$cancel = static function ( $booking ) use ( $parts ): void {
				try {
					$parts->cancel_booking()->cancel( $booking, \Lernwelt\Booking\Domain\CancelledBy::Person );
					echo "cancelled ";
				} catch ( \Lernwelt\Booking\Domain\BookingRefused $refused ) {
					echo $refused->reason->value, " ";
				}
			};
			$say    = static function ( $outcome ): void { echo is_object( $outcome ) ? "booked " : "$outcome "; };
			' . $code
		);
	}

	/**
	 * @param list<string> $said What each process said.
	 * @return array<string, int> Word → how often, in the order of words.
	 */
	private static function counts( array $said ): array {
		$counts = array_count_values( explode( ' ', trim( (string) preg_replace( '/\s+/', ' ', implode( ' ', $said ) ) ) ) );
		ksort( $counts );
		return $counts;
	}

	private static function mails(): int {
		global $wpdb;
		return (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}lw_mail_queue" );
	}
}
