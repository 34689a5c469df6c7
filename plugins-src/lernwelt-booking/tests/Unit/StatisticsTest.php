<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Unit;

use DateTimeZone;
use Lernwelt\Booking\Application\Statistics;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\InvalidInput;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class StatisticsTest extends TestCase {

	private FakeFigures $figures;

	protected function setUp(): void {
		$this->figures = new FakeFigures();
	}

	public function test_everything_is_counted_once_in_total(): void {
		$this->figures
			->date( 1, 10, '2026-09-01 12:00' )
			->date( 2, 10, '2026-10-01 12:00' )
			->date( 3, 11, '2026-10-02 12:00' )
			->bookings( 1, 5 )
			->bookings( 1, 7, came: true )
			->bookings( 2, 2, state: BookingState::Cancelled )
			->bookings( 3, 1, came: true, state: BookingState::Cancelled );
		self::assertSame( self::numbers( [ 'events' => 2, 'dates' => 3, 'seats' => 60, 'booked' => 12, 'attended' => 7, 'cancelled' => 3 ] ), $this->statistics()['total'], 'somebody whose booking was cancelled did not come' );
	}

	public function test_a_date_that_was_called_off_offers_no_seats(): void {
		$this->figures->date( 1, 10, '2026-09-01 12:00', DateState::Cancelled )->bookings( 1, 4, state: BookingState::Cancelled );
		self::assertSame( self::numbers( [ 'events' => 1, 'called_off' => 1, 'cancelled' => 4 ] ), $this->statistics()['total'] );
	}

	public function test_months_are_those_on_the_clocks_of_the_place(): void {
		// 31 December 23:30 and 1 January 0:30 in Berlin; the second is 31 December in UTC, too.
		$this->figures->date( 1, 10, '2026-12-31 22:30' )->date( 2, 10, '2026-12-31 23:30' )->date( 3, 10, '2026-12-31 23:30', zone: 'UTC' )->bookings( 1, 1 )->bookings( 2, 2 )->bookings( 3, 4 );
		$months = $this->statistics()['month'];
		self::assertSame( [ '2026-12', '2027-01' ], array_keys( $months ) );
		self::assertSame( [ 2, 5 ], [ $months['2026-12']['dates'], $months['2026-12']['booked'] ] );
		self::assertSame( [ 1, 2 ], [ $months['2027-01']['dates'], $months['2027-01']['booked'] ] );
	}

	public function test_days_are_those_of_the_portal(): void {
		$this->statistics( '2026-08-01', '2027-07-31' );
		$this->statistics( '2026-10-25', '2026-10-25' );
		self::assertSame( [ [ '2026-07-31 22:00', '2027-07-31 22:00' ], [ '2026-10-24 22:00', '2026-10-25 23:00' ] ], $this->figures->asked, 'the day on which clocks are put back has 25 hours' );
	}

	public function test_schools_are_counted_as_they_were_and_unknown_ones_too(): void {
		$this->figures->date( 1, 10, '2026-09-01 12:00' )
			->bookings( 1, 3, [ 'harz', 'gymnasium', false ] )
			->bookings( 1, 2, [ 'harz', 'grundschule', true ], came: true )
			->bookings( 1, 4 )
			->bookings( 1, 1, [ 'halle-saale', 'grundschule', true ], state: BookingState::Cancelled );
		$found = $this->statistics();
		self::assertSame( self::numbers( [ 'booked' => 5, 'attended' => 2 ] ), $found['district']['harz'] );
		self::assertSame( self::numbers( [ 'cancelled' => 1 ] ), $found['district']['halle-saale'] );
		self::assertSame( self::numbers( [ 'booked' => 4 ] ), $found['district'][''] );
		self::assertSame( self::numbers( [ 'booked' => 2, 'attended' => 2, 'cancelled' => 1 ] ), $found['school_type']['grundschule'] );
		self::assertSame( [ 3, 4 ], [ $found['school_type']['gymnasium']['booked'], $found['school_type']['']['booked'] ] );
		self::assertSame( [ 'no' => 3, 'yes' => 2, '' => 4 ], array_map( static fn ( array $line ): int => $line['booked'], $found['startchancen'] ) );
		foreach ( [ 'month', 'district', 'school_type', 'startchancen' ] as $dimension ) {
			self::assertSame( $found['total']['booked'], array_sum( array_column( $found[ $dimension ], 'booked' ) ), $dimension );
		}
	}

	public function test_an_event_counts_for_each_of_its_target_groups(): void {
		$this->figures->date( 1, 10, '2026-09-01 12:00' )->date( 2, 11, '2026-09-02 12:00' )->date( 3, 12, '2026-09-03 12:00' )->bookings( 1, 3 )->bookings( 2, 5 )->bookings( 3, 7 );
		$found = $this->statistics(
			groups: [
				10 => [ 'lehrkraefte', 'schulleitungen' ],
				11 => [ 'lehrkraefte' ],
			]
		);
		self::assertSame( self::numbers( [ 'events' => 2, 'dates' => 2, 'seats' => 40, 'booked' => 8 ] ), $found['audience']['lehrkraefte'] );
		self::assertSame( self::numbers( [ 'events' => 1, 'dates' => 1, 'seats' => 20, 'booked' => 3 ] ), $found['audience']['schulleitungen'] );
		self::assertSame( self::numbers( [ 'events' => 1, 'dates' => 1, 'seats' => 20, 'booked' => 7 ] ), $found['audience'][''] );
		self::assertSame( 15, $found['total']['booked'] );
	}

	public function test_nothing_gives_zeros(): void {
		self::assertSame( [ 'total' => self::numbers() ] + array_fill_keys( Statistics::DIMENSIONS, [] ), $this->statistics() );
	}

	/** @param array<string, string> $errors Field → reason code. */
	#[TestWith( [ '2026-02-30', '2026-03-01', [ 'first' => 'date' ] ] )]
	#[TestWith( [ 'gestern', '01.03.2026', [ 'first' => 'date', 'last' => 'date' ] ] )]
	#[TestWith( [ '2026-03-02', '2026-03-01', [ 'last' => 'before_first' ] ] )]
	#[TestWith( [ '2021-08-01', '2026-08-02', [ 'last' => 'too_long' ] ] )]
	public function test_bad_days_are_refused( string $first, string $last, array $errors ): void {
		try {
			$this->statistics( $first, $last );
			self::fail( 'They were taken.' );
		} catch ( InvalidInput $refused ) {
			self::assertSame( $errors, $refused->errors );
		}
		self::assertSame( [], $this->figures->asked );
	}

	/**
	 * @param string                      $first  First day.
	 * @param string                      $last   Last day.
	 * @param array<int, list<string>> $groups Target groups of events.
	 * @return array<string, array<string, mixed>>
	 */
	private function statistics( string $first = '2026-08-01', string $last = '2027-07-31', array $groups = [] ): array {
		return ( new Statistics( $this->figures, static fn ( array $events ): array => array_intersect_key( $groups, array_flip( $events ) ), new DateTimeZone( 'Europe/Berlin' ) ) )->between( $first, $last );
	}

	/**
	 * @param array<string, int> $known Numbers that aren't 0.
	 * @return array<string, int>
	 */
	private static function numbers( array $known = [] ): array {
		return array_merge(
			[
				'events'     => 0,
				'dates'      => 0,
				'called_off' => 0,
				'seats'      => 0,
				'booked'     => 0,
				'attended'   => 0,
				'cancelled'  => 0,
			],
			$known
		);
	}
}
