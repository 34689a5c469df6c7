<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Unit;

use DateTimeZone;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Booking\Domain\Period;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Instants and the clocks of a place. */
final class PeriodTest extends TestCase {

	private const ISO = 'Y-m-d\TH:i:s\Z';

	/**
	 * @param string       $start   Typed.
	 * @param string       $end     Typed.
	 * @param string       $from    Instant, UTC.
	 * @param string       $until   Instant, UTC.
	 * @param list<string> $months  Months.
	 * @param string       $last    Last day.
	 * @param bool         $all_day Whether days count.
	 */
	#[DataProvider( 'periods' )]
	public function test_it_is_kept_as_instants( string $start, string $end, string $from, string $until, array $months, string $last, bool $all_day = false ): void {
		$period = Period::typed( $start, $end, self::berlin(), $all_day );
		self::assertSame( [ $from, $until ], [ $period->start->format( self::ISO ), $period->end->format( self::ISO ) ] );
		self::assertSame( [ $months, $last, substr( $start, 0, 10 ) ], [ $period->months(), $period->last_day(), $period->first_day() ] );
		if ( ! $all_day ) {
			self::assertSame( [ $start, $end ], [ $period->local_start()->format( 'Y-m-d H:i' ), $period->local_end()->format( 'Y-m-d H:i' ) ] );
		}
	}

	/**
	 * @return iterable<string, list<mixed>>
	 */
	public static function periods(): iterable {
		yield 'winter' => [ '2026-12-03 14:00', '2026-12-03 16:30', '2026-12-03T13:00:00Z', '2026-12-03T15:30:00Z', [ '2026-12' ], '2026-12-03' ];
		yield 'summer' => [ '2027-06-03 14:00', '2027-06-03 16:30', '2027-06-03T12:00:00Z', '2027-06-03T14:30:00Z', [ '2027-06' ], '2027-06-03' ];
		yield 'the night with 23 hours' => [ '2027-03-27 22:00', '2027-03-28 06:00', '2027-03-27T21:00:00Z', '2027-03-28T04:00:00Z', [ '2027-03' ], '2027-03-28' ];
		yield 'the night with 25 hours' => [ '2027-10-30 22:00', '2027-10-31 06:00', '2027-10-30T20:00:00Z', '2027-10-31T05:00:00Z', [ '2027-10' ], '2027-10-31' ];
		yield 'the hour that comes twice: its first' => [ '2027-10-31 02:30', '2027-10-31 03:30', '2027-10-31T00:30:00Z', '2027-10-31T02:30:00Z', [ '2027-10' ], '2027-10-31' ];
		yield 'until midnight belongs to the evening' => [ '2026-11-30 19:00', '2026-12-01 00:00', '2026-11-30T18:00:00Z', '2026-11-30T23:00:00Z', [ '2026-11' ], '2026-11-30' ];
		yield 'over midnight, month and year' => [ '2026-12-31 20:00', '2027-01-01 02:00', '2026-12-31T19:00:00Z', '2027-01-01T01:00:00Z', [ '2026-12', '2027-01' ], '2027-01-01' ];
		yield 'a whole day' => [ '2026-12-03', '2026-12-03', '2026-12-02T23:00:00Z', '2026-12-03T23:00:00Z', [ '2026-12' ], '2026-12-03', true ];
		yield 'the whole day with 23 hours' => [ '2027-03-28', '2027-03-28', '2027-03-27T23:00:00Z', '2027-03-28T22:00:00Z', [ '2027-03' ], '2027-03-28', true ];
		yield 'the whole day with 25 hours' => [ '2027-10-31', '2027-10-31', '2027-10-30T22:00:00Z', '2027-10-31T23:00:00Z', [ '2027-10' ], '2027-10-31', true ];
		yield 'several whole days over three months' => [ '2027-01-31', '2027-03-02', '2027-01-30T23:00:00Z', '2027-03-02T23:00:00Z', [ '2027-01', '2027-02', '2027-03' ], '2027-03-02', true ];
	}

	/**
	 * @param string                $start   Typed.
	 * @param string                $end     Typed.
	 * @param array<string, string> $errors  Field → reason.
	 * @param bool                  $all_day Whether days count.
	 */
	#[DataProvider( 'refused' )]
	public function test_what_is_no_period_is_refused( string $start, string $end, array $errors, bool $all_day = false ): void {
		try {
			Period::typed( $start, $end, self::berlin(), $all_day );
			self::fail( 'It was taken.' );
		} catch ( InvalidInput $refused ) {
			self::assertSame( $errors, $refused->errors );
		}
	}

	/**
	 * @return iterable<string, list<mixed>>
	 */
	public static function refused(): iterable {
		yield 'nothing' => [ '', '', [ 'start' => 'date', 'end' => 'date' ] ];
		yield 'no such day' => [ '2027-02-29 10:00', '2027-03-01 10:00', [ 'start' => 'date' ] ];
		yield 'words' => [ 'morgen', '+1 day', [ 'start' => 'date', 'end' => 'date' ] ];
		yield 'the hour that clocks skip' => [ '2027-03-28 02:30', '2027-03-28 04:00', [ 'start' => 'no_such_time' ] ];
		yield 'ends before it begins' => [ '2026-12-03 14:00', '2026-12-03 13:59', [ 'end' => 'before_start' ] ];
		yield 'ends when it begins' => [ '2026-12-03 14:00', '2026-12-03 14:00', [ 'end' => 'before_start' ] ];
		yield 'days backwards' => [ '2026-12-03', '2026-12-02', [ 'end' => 'before_start' ], true ];
		yield 'longer than a month' => [ '2026-12-01 10:00', '2027-01-05 10:00', [ 'end' => 'too_long' ] ];
		yield 'another century' => [ '1999-12-31 10:00', '2101-01-01 10:00', [ 'start' => 'date', 'end' => 'date' ] ];
	}

	private static function berlin(): DateTimeZone {
		return new DateTimeZone( 'Europe/Berlin' );
	}
}
