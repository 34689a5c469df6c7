<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Data;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Data\CalendarSpan;
use Lernwelt\Core\Data\Moment;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class CalendarSpanTest extends TestCase {

	/**
	 * @param list<string> $months Months.
	 */
	#[TestWith( [ '2026-12-03T13:00:00Z', '2026-12-03T15:00:00Z', '2026-12-03', '2026-12-03', [ '2026-12' ] ] )]
	#[TestWith( [ '2026-12-03T13:00:00Z', null, '2026-12-03', '2026-12-03', [ '2026-12' ] ] )]
	#[TestWith( [ '2026-12-03T13:00:00Z', '2026-12-01T13:00:00Z', '2026-12-03', '2026-12-03', [ '2026-12' ] ] )]
	// Half past eleven in the evening in UTC is the next day, month and year in Berlin.
	#[TestWith( [ '2026-12-31T23:30:00Z', '2027-01-01T01:00:00Z', '2027-01-01', '2027-01-01', [ '2027-01' ] ] )]
	// Until midnight is not on the new day; one second more is.
	#[TestWith( [ '2026-12-30T23:00:00Z', '2026-12-31T23:00:00Z', '2026-12-31', '2026-12-31', [ '2026-12' ] ] )]
	#[TestWith( [ '2026-12-30T23:00:00Z', '2026-12-31T23:00:01Z', '2026-12-31', '2027-01-01', [ '2026-12', '2027-01' ] ] )]
	#[TestWith( [ '2026-11-29T23:00:00Z', '2027-02-01T23:00:00Z', '2026-11-30', '2027-02-01', [ '2026-11', '2026-12', '2027-01', '2027-02' ] ] )]
	// The days of 23 and of 25 hours, whole, and the hour that comes twice.
	#[TestWith( [ '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', '2026-03-29', '2026-03-29', [ '2026-03' ] ] )]
	#[TestWith( [ '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', '2026-10-25', '2026-10-25', [ '2026-10' ] ] )]
	#[TestWith( [ '2026-10-25T00:30:00Z', '2026-10-25T01:00:00Z', '2026-10-25', '2026-10-25', [ '2026-10' ] ] )]
	public function test_days_and_months_are_those_of_the_zone( string $start, ?string $end, string $first, string $last, array $months ): void {
		$span = new CalendarSpan( new DateTimeImmutable( $start ), null === $end ? null : new DateTimeImmutable( $end ), new DateTimeZone( 'Europe/Berlin' ) );
		self::assertSame( [ $first, $last, $months ], [ $span->first_day(), $span->last_day(), $span->months() ] );
	}

	public function test_a_moment_is_written_in_utc_and_read_back(): void {
		$instant = new DateTimeImmutable( '2026-12-03 14:00:00', new DateTimeZone( 'Europe/Berlin' ) );
		self::assertSame( '2026-12-03T13:00:00Z', Moment::text( $instant ) );
		self::assertEquals( $instant, Moment::parse( '2026-12-03T13:00:00Z' ) );
	}

	#[TestWith( [ '' ] )]
	#[TestWith( [ '2026-12-03' ] )]
	#[TestWith( [ '2026-02-31T13:00:00Z' ] )]
	#[TestWith( [ '2026-12-03T13:00:00+01:00' ] )]
	#[TestWith( [ "2026-12-03T13:00:00Z\n" ] )]
	#[TestWith( [ 'tomorrow' ] )]
	#[TestWith( [ 17 ] )]
	#[TestWith( [ null ] )]
	public function test_everything_else_is_no_moment( mixed $value ): void {
		self::assertNull( Moment::parse( $value ) );
	}
}
