<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Unit\Calendar;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Dataview\Domain\Calendar\Month;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

#[CoversClass( Month::class )]
final class MonthTest extends TestCase {

	/** Months that begin on each weekday, and both ends of a year. */
	#[TestWith( [ '2026-06', 0, 30, 5, 23 ] )]
	#[TestWith( [ '2026-09', 1, 30, 5, 36 ] )]
	#[TestWith( [ '2026-07', 2, 31, 5, 27 ] )]
	#[TestWith( [ '2026-10', 3, 31, 5, 40 ] )]
	#[TestWith( [ '2026-05', 4, 31, 5, 18 ] )]
	#[TestWith( [ '2026-08', 5, 31, 6, 31 ] )]
	#[TestWith( [ '2026-11', 6, 30, 6, 44 ] )]
	#[TestWith( [ '2028-02', 1, 29, 5, 5 ] )]
	#[TestWith( [ '2027-02', 0, 28, 4, 5 ] )]
	#[TestWith( [ '2000-02', 1, 29, 5, 5 ] )]
	#[TestWith( [ '2026-03', 6, 31, 6, 9 ] )]
	#[TestWith( [ '2026-12', 1, 31, 5, 49 ] )]
	public function test_weeks_hold_every_day_once_under_its_weekday( string $text, int $before, int $length, int $rows, int $first_week ): void {
		$month = self::month( $text );
		$weeks = $month->weeks();
		self::assertSame( [ $length, $rows, $first_week ], [ $month->length(), count( $weeks ), array_key_first( $weeks ) ] );
		$cells = array_merge( ...$weeks );
		self::assertCount( 7 * $rows, $cells );
		self::assertSame( array_fill( 0, $before, null ), array_slice( $cells, 0, $before ) );
		self::assertSame( range( 1, $length ), array_slice( $cells, $before, $length ) );
		self::assertSame( array_fill( 0, 7 * $rows - $before - $length, null ), array_slice( $cells, $before + $length ) );
		foreach ( $weeks as $number => $week ) {
			foreach ( array_filter( $week, is_int( ... ) ) as $weekday => $day ) {
				$date = new DateTimeImmutable( sprintf( '%s-%02d', $text, $day ) );
				self::assertSame( [ $weekday + 1, $number ], [ (int) $date->format( 'N' ), (int) $date->format( 'W' ) ] );
			}
		}
	}

	public function test_weeks_of_two_years_stay_in_their_order(): void {
		self::assertSame( [ 53, 1, 2, 3, 4 ], array_keys( self::month( '2027-01' )->weeks() ) );
		self::assertSame( [ 48, 49, 50, 51, 52, 1 ], array_keys( self::month( '2024-12' )->weeks() ) );
	}

	public function test_months_follow_each_other_over_the_year_and_end_with_the_century(): void {
		self::assertSame( [ '2026-11', '2027-01' ], [ self::month( '2026-12' )->previous()?->text(), self::month( '2026-12' )->next()?->text() ] );
		self::assertSame( '2026-12', self::month( '2027-01' )->previous()?->text() );
		self::assertNull( self::month( '2000-01' )->previous() );
		self::assertNull( self::month( '2099-12' )->next() );
	}

	public function test_the_month_of_an_instant_is_that_of_its_zone(): void {
		$instant = new DateTimeImmutable( '2026-12-31T23:30:00Z' );
		self::assertSame( '2026-12', Month::of( $instant )->text() );
		self::assertSame( '2027-01', Month::of( $instant->setTimezone( new DateTimeZone( 'Europe/Berlin' ) ) )->text() );
	}

	#[TestWith( [ '' ] )]
	#[TestWith( [ '2026' ] )]
	#[TestWith( [ '2026-00' ] )]
	#[TestWith( [ '2026-13' ] )]
	#[TestWith( [ '2026-1' ] )]
	#[TestWith( [ '2026-12-01' ] )]
	#[TestWith( [ "2026-12\n" ] )]
	#[TestWith( [ ' 2026-12' ] )]
	#[TestWith( [ '1999-12' ] )]
	#[TestWith( [ '2100-01' ] )]
	#[TestWith( [ '99999-12' ] )]
	#[TestWith( [ '-2026-12' ] )]
	#[TestWith( [ '2026-١٢' ] )]
	#[TestWith( [ 'now' ] )]
	public function test_everything_else_is_no_month( string $text ): void {
		self::assertNull( Month::parse( $text ) );
	}

	private static function month( string $text ): Month {
		$month = Month::parse( $text );
		self::assertNotNull( $month );
		return $month;
	}
}
