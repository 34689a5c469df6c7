<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Booking\Content\StatisticsReport;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Core\Schools\SchoolType;

/** Numbers out of the tables. */
final class StatisticsTest extends ReportTestCase {

	private const PRIMARY = [ 'number' => '0470001', 'name' => 'Grundschule Nord', 'type' => 'grundschule', 'district' => 'harz', 'startchancen' => true ];

	private const GRAMMAR = [ 'number' => '0470002', 'name' => 'Gymnasium Süd', 'type' => 'gymnasium', 'district' => 'halle-saale', 'startchancen' => false ];

	private const NOWHERE = [ 'number' => '9999999', 'name' => 'Freie Schule', 'type' => '', 'district' => '', 'startchancen' => null ];

	public function test_every_dimension_counts_what_is_stored(): void {
		$event = $this->event();
		$first = $this->date_at( '2026-11-20 14:00', $event );
		$other = $this->date_at( '2026-12-01 14:00', $event, 8 );
		wp_add_object_terms( $event, [ 'lehrkraefte', 'schulleitungen' ], 'event_audience' );
		$off = $this->date_at( '2026-12-02 14:00', null, 12 );
		$this->parts->bookings()->mark( $this->by( $first, 'Eins', self::PRIMARY )->id, true );
		$this->parts->bookings()->mark( $this->by( $first, 'Zwei', self::GRAMMAR )->id, false );
		$this->by( $other, 'Drei', self::NOWHERE );
		$this->parts->cancel_booking()->cancel( $this->by( $other, 'Vier', self::PRIMARY ), CancelledBy::Organiser );
		$this->by( $off, 'Fünf', self::GRAMMAR );
		$this->parts->manage_dates()->cancel( $off );
		$found = self::statistics_of_portal()->between( '2026-08-01', '2027-07-31' );

		self::assertSame( self::numbers( 2, 2, 1, 28, 3, 1, 2 ), $found['total'] );
		self::assertSame(
			[
				'2026-11' => self::numbers( 1, 1, 0, 20, 2, 1, 0 ),
				'2026-12' => self::numbers( 2, 1, 1, 8, 1, 0, 2 ),
			],
			$found['month']
		);
		self::assertEquals( [ 'harz' => self::school( 1, 1, 1 ), 'halle-saale' => self::school( 1, 0, 1 ), '' => self::school( 1, 0, 0 ) ], $found['district'] );
		self::assertEquals( [ 'grundschule' => self::school( 1, 1, 1 ), 'gymnasium' => self::school( 1, 0, 1 ), '' => self::school( 1, 0, 0 ) ], $found['school_type'] );
		self::assertEquals( [ 'yes' => self::school( 1, 1, 1 ), 'no' => self::school( 1, 0, 1 ), '' => self::school( 1, 0, 0 ) ], $found['startchancen'] );
		self::assertEquals( [ 'lehrkraefte' => self::numbers( 1, 2, 0, 28, 3, 1, 1 ), 'schulleitungen' => self::numbers( 1, 2, 0, 28, 3, 1, 1 ), '' => self::numbers( 1, 0, 1, 0, 0, 0, 1 ) ], $found['audience'] );
	}

	public function test_the_last_half_hour_of_the_year_belongs_to_it(): void {
		$this->by( $this->date_at( '2026-12-31 23:30' ), 'Eins' );
		$this->by( $this->date_at( '2027-01-01 00:30' ), 'Zwei' );
		$statistics = self::statistics_of_portal();
		self::assertSame( [ '2026-12', '2027-01' ], array_keys( $statistics->between( '2026-12-01', '2027-01-31' )['month'] ) );
		self::assertSame( [ '2026-12' ], array_keys( $statistics->between( '2026-12-31', '2026-12-31' )['month'] ) );
		self::assertSame( [ '2027-01' ], array_keys( $statistics->between( '2027-01-01', '2027-01-01' )['month'] ) );
	}

	public function test_a_school_that_changes_its_type_changes_no_past_number(): void {
		$date = $this->date_at( '2026-12-01 14:00' );
		$this->by( $date, 'Eins', self::PRIMARY );
		$this->by( $date, 'Zwei', [ 'type' => 'gemeinschaftsschule' ] + self::PRIMARY );
		self::assertEquals( [ 'grundschule' => 1, 'gemeinschaftsschule' => 1 ], array_map( static fn ( array $numbers ): int => $numbers['booked'], self::statistics_of_portal()->between( '2026-08-01', '2027-07-31' )['school_type'] ) );
	}

	public function test_the_report_names_every_value_in_order_also_those_with_nothing(): void {
		$date = $this->date_at( '2026-12-01 14:00', groups: [ 'grundschule' ] );
		$this->by( $date, 'Eins', self::NOWHERE );
		$this->by( $date, 'Zwei', [ 'type' => 'waldschule', 'district' => 'atlantis' ] + self::PRIMARY );
		$report = ( new StatisticsReport( self::statistics_of_portal() ) )->between( '2026-11-15', '2027-01-02' );
		$labels = array_map( static fn ( array $dimension ): array => array_column( $dimension['rows'], 'label' ), array_column( $report['dimensions'], null, 'id' ) );

		self::assertSame( [ 'November 2026', 'Dezember 2026', 'Januar 2027' ], $labels['month'] );
		self::assertCount( 16, $labels['district'], 'all 14, one that the register invented, and unknown' );
		self::assertSame( [ 'Altmarkkreis Salzwedel', 'atlantis', 'unbekannt' ], [ $labels['district'][0], $labels['district'][14], $labels['district'][15] ] );
		self::assertSame( [ ...array_map( static fn ( SchoolType $type ): string => $type->label(), SchoolType::cases() ), 'waldschule', 'unbekannt' ], $labels['school_type'] );
		self::assertSame( [ 'Startchancen-Schule', 'andere Schule', 'unbekannt' ], $labels['startchancen'] );
		self::assertSame( [ 'Lehrkräfte', 'Schulleitungen' ], array_slice( $labels['audience'], 0, 2 ) );
		self::assertNotContains( 'ohne Zielgruppe', $labels['audience'] );
		$numbers = array_column( $report['dimensions'][0]['rows'], 'numbers', 'value' );
		self::assertSame( [ 0, 2, 0 ], array_column( $numbers, 'booked' ) );
		self::assertSame( [ 'booked', 'attended', 'cancelled' ], array_keys( $report['dimensions'][1]['rows'][0]['numbers'] ), 'a district offers no seats' );
	}

	/**
	 * @param array<string, mixed> $school Arguments of SchoolFacts.
	 */
	private function by( EventDate $date, string $name, array $school = self::PRIMARY ): Booking {
		return $this->booked( $date->id, self::person( $name, $school ) );
	}

	/** @return array<string, int> */
	private static function numbers( int $events, int $dates, int $called_off, int $seats, int $booked, int $attended, int $cancelled ): array {
		return compact( 'events', 'dates', 'called_off', 'seats', 'booked', 'attended', 'cancelled' );
	}

	/** @return array<string, int> */
	private static function school( int $booked, int $attended, int $cancelled ): array {
		return self::numbers( 0, 0, 0, 0, $booked, $attended, $cancelled );
	}
}
