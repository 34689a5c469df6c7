<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Unit;

use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Booking\Domain\Rhythm;
use Lernwelt\Booking\Domain\SeriesRule;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Days of a series. */
final class SeriesRuleTest extends TestCase {

	/**
	 * @param list<mixed>  $rule Parameters of the rule.
	 * @param list<string> $days Days on which dates take place.
	 */
	#[DataProvider( 'rules' )]
	public function test_days( array $rule, array $days ): void {
		$found = ( new SeriesRule( ...$rule ) )->days( self::christmas( ... ) );
		self::assertSame( $days, array_column( array_filter( $found, static fn ( array $one ): bool => '' === $one['skipped'] ), 'day' ) );
	}

	/**
	 * @return iterable<string, list<mixed>>
	 */
	public static function rules(): iterable {
		yield 'weekly, over the end of the year' => [ [ '2026-12-15', '2027-01-05', Rhythm::Weekly ], [ '2026-12-15', '2026-12-22', '2026-12-29', '2027-01-05' ] ];
		yield 'weekly without holidays' => [ [ '2026-12-15', '2027-01-05', Rhythm::Weekly, [], [], true ], [ '2026-12-15', '2027-01-05' ] ];
		yield 'weekly on two days, from the middle of the week' => [ [ '2026-12-02', '2026-12-10', Rhythm::Weekly, [ 4, 1 ] ], [ '2026-12-03', '2026-12-07', '2026-12-10' ] ];
		yield 'every other week' => [ [ '2026-12-01', '2027-01-12', Rhythm::Fortnightly ], [ '2026-12-01', '2026-12-15', '2026-12-29', '2027-01-12' ] ];
		yield 'with an exception' => [ [ '2026-12-01', '2026-12-15', Rhythm::Weekly, [], [ '2026-12-08' ] ], [ '2026-12-01', '2026-12-15' ] ];
		yield 'the second Tuesday' => [ [ '2026-12-08', '2027-03-31', Rhythm::Monthly ], [ '2026-12-08', '2027-01-12', '2027-02-09', '2027-03-09' ] ];
		yield 'the last Monday, also of months with four' => [ [ '2026-11-30', '2027-02-28', Rhythm::Monthly ], [ '2026-11-30', '2026-12-28', '2027-01-25', '2027-02-22' ] ];
		yield 'one day' => [ [ '2026-12-01', '2026-12-01', Rhythm::Weekly ], [ '2026-12-01' ] ];
	}

	public function test_it_says_why_a_day_is_left_out(): void {
		$days = ( new SeriesRule( '2026-12-15', '2026-12-29', Rhythm::Weekly, [], [ '2026-12-15' ], true ) );
		try {
			$days->days( self::christmas( ... ) );
			self::fail( 'No day is left.' );
		} catch ( InvalidInput $refused ) {
			self::assertSame( [ 'until' => 'no_day' ], $refused->errors );
		}
		$found = ( new SeriesRule( '2026-12-15', '2027-01-05', Rhythm::Weekly, [], [ '2026-12-15' ], true ) )->days( self::christmas( ... ) );
		self::assertSame( [ 'except', 'Weihnachtsferien', 'Weihnachtsferien', '' ], array_column( $found, 'skipped' ) );
	}

	/**
	 * @param list<mixed>           $rule   Parameters of the rule.
	 * @param array<string, string> $errors Field → reason.
	 */
	#[DataProvider( 'refused' )]
	public function test_what_is_no_rule_is_refused( array $rule, array $errors ): void {
		try {
			( new SeriesRule( ...$rule ) )->days( static fn (): string => '' );
			self::fail( 'It was taken.' );
		} catch ( InvalidInput $refused ) {
			self::assertSame( $errors, $refused->errors );
		}
	}

	/**
	 * @return iterable<string, list<mixed>>
	 */
	public static function refused(): iterable {
		yield 'no days' => [ [ '', 'morgen', Rhythm::Weekly ], [ 'first' => 'date', 'until' => 'date' ] ];
		yield 'backwards' => [ [ '2026-12-01', '2026-11-30', Rhythm::Weekly ], [ 'until' => 'before_start' ] ];
		yield 'for ever' => [ [ '2026-12-01', '2029-01-01', Rhythm::Weekly ], [ 'until' => 'too_long' ] ];
		yield 'too many' => [ [ '2026-12-01', '2028-11-30', Rhythm::Weekly ], [ 'until' => 'too_many' ] ];
		yield 'an eighth weekday' => [ [ '2026-12-01', '2026-12-31', Rhythm::Weekly, [ 8 ] ], [ 'weekdays' => 'out_of_range' ] ];
		yield 'weekdays of a month' => [ [ '2026-12-01', '2026-12-31', Rhythm::Monthly, [ 2 ] ], [ 'weekdays' => 'not_allowed' ] ];
		yield 'an exception that is no day' => [ [ '2026-12-01', '2026-12-31', Rhythm::Weekly, [], [ '2026-02-30' ] ], [ 'except' => 'date' ] ];
	}

	private static function christmas( string $day ): string {
		return $day >= '2026-12-21' && $day <= '2027-01-02' ? 'Weihnachtsferien' : '';
	}
}
