<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Unit\Calendar;

use DateTimeZone;
use Lernwelt\Core\Data\CalendarFields;
use Lernwelt\Core\Data\Record;
use Lernwelt\Dataview\Domain\Calendar\Entry;
use Lernwelt\Dataview\Domain\Calendar\Month;
use Lernwelt\Dataview\Domain\Calendar\MonthPlan;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass( MonthPlan::class )]
final class MonthPlanTest extends TestCase {

	public function test_a_record_stands_on_its_day_in_the_zone(): void {
		self::assertSame( [ 4 => [ 'x 1/1' ] ], self::plan( '2026-12', self::record( 'x', '2026-12-03T23:30:00Z', '2026-12-04T01:00:00Z' ) ) );
		self::assertSame( [ 1 => [ 'x 1/1' ] ], self::plan( '2027-01', self::record( 'x', '2026-12-31T23:30:00Z' ) ) );
		self::assertSame( [], self::plan( '2026-12', self::record( 'x', '2026-12-31T23:30:00Z' ) ) );
	}

	public function test_several_days_are_several_entries_and_the_month_cuts_them(): void {
		$fair = self::record( 'x', '2026-11-29T13:00:00Z', '2027-01-02T15:00:00Z' );
		self::assertSame( [ 29 => [ 'x 1/35 begins' ], 30 => [ 'x 2/35' ] ], self::plan( '2026-11', $fair ) );
		$december = self::plan( '2026-12', $fair );
		self::assertSame( range( 1, 31 ), array_keys( $december ) );
		self::assertSame( [ [ 'x 3/35' ], [ 'x 33/35' ] ], [ $december[1], $december[31] ] );
		self::assertSame( [ 1 => [ 'x 34/35' ], 2 => [ 'x 35/35 ends' ] ], self::plan( '2027-01', $fair ) );
		self::assertSame( [], self::plan( '2027-02', $fair ) );
	}

	public function test_over_midnight_is_two_days_and_until_midnight_is_one(): void {
		self::assertSame( [ 5 => [ 'x 1/2 begins' ], 6 => [ 'x 2/2 ends' ] ], self::plan( '2026-12', self::record( 'x', '2026-12-05T21:00:00Z', '2026-12-06T01:00:00Z' ) ) );
		self::assertSame( [ 5 => [ 'x 1/1' ] ], self::plan( '2026-12', self::record( 'x', '2026-12-05T21:00:00Z', '2026-12-05T23:00:00Z' ) ) );
	}

	public function test_days_of_23_and_25_hours_are_days(): void {
		self::assertSame( [ 28 => [ 'x 1/3' ], 29 => [ 'x 2/3' ], 30 => [ 'x 3/3' ] ], self::plan( '2026-03', self::record( 'x', '2026-03-27T23:00:00Z', '2026-03-30T22:00:00Z', true ) ) );
		self::assertSame( [ 24 => [ 'x 1/3' ], 25 => [ 'x 2/3' ], 26 => [ 'x 3/3' ] ], self::plan( '2026-10', self::record( 'x', '2026-10-23T22:00:00Z', '2026-10-26T23:00:00Z', true ) ) );
		self::assertSame( [ 25 => [ 'erste 1/1', 'zweite 1/1' ] ], self::plan( '2026-10', self::record( 'zweite', '2026-10-25T01:30:00Z' ), self::record( 'erste', '2026-10-25T00:30:00Z' ) ), 'half past two comes twice' );
	}

	public function test_whole_days_and_what_goes_on_come_before_hours(): void {
		$plan = self::plan(
			'2026-12',
			self::record( 'mittags', '2026-12-03T11:00:00Z', '2026-12-03T12:00:00Z' ),
			self::record( 'morgens', '2026-12-03T07:00:00Z', '2026-12-04T07:00:00Z' ),
			self::record( 'ganz', '2026-12-02T23:00:00Z', '2026-12-03T23:00:00Z', true ),
			self::record( 'seit gestern', '2026-12-02T17:00:00Z', '2026-12-03T17:00:00Z' ),
		);
		self::assertSame( [ 'ganz 1/1', 'seit gestern 2/2 ends', 'morgens 1/2 begins', 'mittags 1/1' ], $plan[3] );
	}

	public function test_what_has_no_beginning_is_on_no_day_and_an_end_before_it_does_not_count(): void {
		self::assertSame( [], self::plan( '2026-12', new Record( 1, 'x', values: [ 'end' => '2026-12-03T11:00:00Z' ] ), new Record( 2, 'y', values: [ 'start' => '2026-12-03' ] ) ) );
		self::assertSame( [ 3 => [ 'x 1/1' ] ], self::plan( '2026-12', self::record( 'x', '2026-12-03T11:00:00Z', '2026-12-01T11:00:00Z' ) ) );
	}

	private static function record( string $title, string $start, string $end = '', bool $all_day = false ): Record {
		return new Record( 1, $title, values: [ 'start' => $start, 'end' => $end, 'whole' => $all_day ] );
	}

	/**
	 * @param string $month   `YYYY-MM`.
	 * @param Record ...$records Records.
	 * @return array<int, list<string>>
	 */
	private static function plan( string $month, Record ...$records ): array {
		$parsed = Month::parse( $month );
		self::assertNotNull( $parsed );
		$plan = new MonthPlan( $parsed, array_values( $records ), new CalendarFields( 'month', 'start', 'end', 'whole' ), new DateTimeZone( 'Europe/Berlin' ) );
		$say  = static fn ( Entry $entry ): string => "{$entry->record->title} {$entry->day}/{$entry->days}" . ( $entry->begins() && 1 < $entry->days ? ' begins' : '' ) . ( $entry->ends() ? ' ends' : '' );
		return array_map( static fn ( array $entries ): array => array_map( $say, $entries ), $plan->days );
	}
}
