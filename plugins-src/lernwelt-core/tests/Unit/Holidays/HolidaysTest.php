<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Holidays;

use Lernwelt\Core\Holidays\Holiday;
use Lernwelt\Core\Holidays\HolidayKind;
use Lernwelt\Core\Holidays\HolidayList;
use Lernwelt\Core\Holidays\HolidaySetting;
use Lernwelt\Core\Holidays\InvalidHoliday;
use Lernwelt\Core\Holidays\PublicHolidays;
use Lernwelt\Core\Holidays\SchoolHolidays;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class HolidaysTest extends TestCase {

	public function test_the_public_holidays_of_saxony_anhalt(): void {
		self::assertSame(
			[
				'2026-01-01 Neujahr',
				'2026-01-06 Heilige Drei Könige',
				'2026-04-03 Karfreitag',
				'2026-04-06 Ostermontag',
				'2026-05-01 Tag der Arbeit',
				'2026-05-14 Christi Himmelfahrt',
				'2026-05-25 Pfingstmontag',
				'2026-10-03 Tag der Deutschen Einheit',
				'2026-10-31 Reformationstag',
				'2026-12-25 1. Weihnachtstag',
				'2026-12-26 2. Weihnachtstag',
			],
			array_map( static fn ( Holiday $one ): string => "$one->first $one->name", PublicHolidays::of_year( 2026 ) )
		);
	}

	public function test_easter_of_a_hundred_years(): void {
		// Easter Mondays by the tables of the Physikalisch-Technische Bundesanstalt.
		$known = [ 2000 => '04-24', 2008 => '03-24', 2011 => '04-25', 2019 => '04-22', 2024 => '04-01', 2025 => '04-21', 2026 => '04-06', 2027 => '03-29', 2028 => '04-17', 2029 => '04-02', 2030 => '04-22', 2038 => '04-26', 2049 => '04-19', 2076 => '04-20', 2099 => '04-13' ];
		foreach ( $known as $year => $monday ) {
			$mondays = array_values( array_filter( PublicHolidays::of_year( $year ), static fn ( Holiday $one ): bool => str_contains( $one->name, 'Ostermontag' ) ) );
			self::assertSame( "$year-$monday", $mondays[0]->first );
		}
	}

	public function test_two_on_one_day_share_it(): void {
		self::assertContains( '2008-05-01 Tag der Arbeit, Christi Himmelfahrt', array_map( static fn ( Holiday $one ): string => "$one->first $one->name", PublicHolidays::of_year( 2008 ) ) );
	}

	public function test_the_shipped_list_is_in_order_without_overlaps_and_says_where_it_ends(): void {
		$list = HolidaySetting::shipped();
		$last = '';
		foreach ( $list->shipped as $holiday ) {
			self::assertGreaterThan( $last, $holiday->first );
			$last = $holiday->last;
		}
		self::assertEquals( $list->shipped, $list->all() );
		self::assertSame( '2029-01-02', $list->known_until() );
		self::assertContains( $list->known_until(), array_column( $list->shipped, 'last' ) );
		self::assertSame( '2030-08-23', $last );
	}

	public function test_a_day_is_free_for_a_reason(): void {
		$holidays = new SchoolHolidays( static fn (): HolidayList => HolidaySetting::shipped() );
		self::assertSame( 'Herbstferien', $holidays->on( '2026-10-19' )?->name );
		self::assertSame( 'Herbstferien', $holidays->on( '2026-10-30' )?->name );
		self::assertNull( $holidays->on( '2026-11-02' ) );
		self::assertSame( 'Reformationstag', $holidays->on( '2026-10-31' )?->name );
		self::assertNull( $holidays->on( '2026-10-31', HolidayKind::School ) );
		self::assertSame( 'Weihnachtsferien', $holidays->on( '2026-12-25' )?->name );
		self::assertSame( '1. Weihnachtstag', $holidays->on( '2026-12-25', HolidayKind::Public )?->name );
		self::assertSame( 'Neujahr', $holidays->on( '2031-01-01' )?->name );
	}

	public function test_a_span_over_the_turn_of_the_year(): void {
		$holidays = new SchoolHolidays( static fn (): HolidayList => HolidaySetting::shipped() );
		self::assertSame(
			[ 'Weihnachtsferien', '1. Weihnachtstag', '2. Weihnachtstag', 'Neujahr', 'Heilige Drei Könige' ],
			array_map( static fn ( Holiday $one ): string => $one->name, $holidays->between( '2026-12-24', '2027-01-06' ) )
		);
		self::assertSame( [ 'Weihnachtsferien' ], array_map( static fn ( Holiday $one ): string => $one->name, $holidays->between( '2026-12-24', '2027-01-06', HolidayKind::School ) ) );
	}

	#[TestWith( [ '', '2027-01-01', '2027-01-02', 'name_missing' ] )]
	#[TestWith( [ '<b>', '2027-01-01', '2027-01-02', 'name_invalid' ] )]
	#[TestWith( [ 'Ferien', '2027-02-29', '2027-03-02', 'first_invalid' ] )]
	#[TestWith( [ 'Ferien', '1.1.2027', '2027-03-02', 'first_invalid' ] )]
	#[TestWith( [ 'Ferien', '2027-01-01', '', 'last_invalid' ] )]
	#[TestWith( [ 'Ferien', '2027-01-02', '2027-01-01', 'last_too_early' ] )]
	#[TestWith( [ 'Ferien', '2027-01-01', '2027-03-02', 'too_long' ] )]
	#[TestWith( [ 'Ferien', '1999-01-01', '1999-01-02', 'first_invalid' ] )]
	public function test_what_is_no_holiday_is_refused( string $name, string $first, string $last, string $code ): void {
		try {
			new Holiday( $name, $first, $last );
			self::fail( 'It was taken.' );
		} catch ( InvalidHoliday $refused ) {
			self::assertSame( $code, $refused->problem->value );
		}
	}

	public function test_the_network_adds_takes_out_and_puts_back(): void {
		$autumn = new Holiday( 'Herbstferien', '2027-10-18', '2027-10-23' );
		$winter = new Holiday( 'Winterferien', '2028-02-07', '2028-02-12' );
		$list   = new HolidayList( [ $autumn, $winter ], complete_until: '2028-02-12' );

		$without = $list->without( HolidayList::key( $winter ) );
		self::assertSame( [ $autumn ], $without->all() );
		self::assertTrue( $without->is_changed() );
		self::assertFalse( $without->with( $winter )->is_changed(), 'a shipped one is put back, not added' );

		$moved = $without->with( new Holiday( 'Winterferien', '2028-02-14', '2028-02-19' ) );
		self::assertSame( [ '2027-10-18', '2028-02-14' ], array_column( $moved->all(), 'first' ) );
		self::assertSame( '2028-02-19', $moved->known_until() );
		self::assertSame( [ '2027-10-18' ], array_column( $moved->without( HolidayList::key( $moved->added[0] ) )->all(), 'first' ) );
	}

	public function test_two_on_the_same_days_are_refused_and_an_update_gives_way_to_the_networks_own(): void {
		$own = new Holiday( 'Winterferien', '2029-02-05', '2029-02-09' );
		$old = ( new HolidayList( [] ) )->with( $own );
		$new = new HolidayList( [ new Holiday( 'Winterferien', '2029-02-05', '2029-02-10' ) ], $old->added, $old->removed );
		self::assertSame( [ $own ], $new->all() );
		$this->expectException( InvalidHoliday::class );
		$old->with( new Holiday( 'Ferientag', '2029-02-09', '2029-02-09' ) );
	}
}
