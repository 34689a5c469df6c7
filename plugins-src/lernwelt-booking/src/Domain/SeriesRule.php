<?php
/**
 * Rule of a series.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use Closure;
use DateTimeImmutable;
use DateTimeZone;

/** Says on which days dates take place; each then keeps the time on the clocks of its place, in summer and winter. */
final readonly class SeriesRule {

	/** Most dates of a series. */
	public const MOST = 60;

	private const DAY = 'Y-m-d';

	/**
	 * @param string       $first        First day, `YYYY-MM-DD`; always one of them, unless it is skipped.
	 * @param string       $until        Last day that may be one.
	 * @param Rhythm       $rhythm       How often.
	 * @param list<int>    $weekdays     Weekdays, Monday 1 to Sunday 7; none for that of the first day. Not for months.
	 * @param list<string> $except       Days left out.
	 * @param bool         $skip_free    Whether school holidays and public holidays are left out.
	 * @throws InvalidInput With fields first, until, weekdays, except: date, before_start, too_long, out_of_range, not_allowed.
	 */
	public function __construct( public string $first, public string $until, public Rhythm $rhythm, public array $weekdays = [], public array $except = [], public bool $skip_free = false ) {
		$errors = [];
		foreach ( [ 'first' => $first, 'until' => $until ] as $field => $day ) {
			if ( ! self::is_day( $day ) ) {
				$errors[ $field ] = 'date';
			}
		}
		if ( [] === $errors && $until < $first ) {
			$errors['until'] = 'before_start';
		} elseif ( [] === $errors && self::day( $first )->modify( '+2 years' )->format( self::DAY ) < $until ) {
			$errors['until'] = 'too_long';
		}
		if ( [] !== array_diff( $weekdays, range( 1, 7 ) ) ) {
			$errors['weekdays'] = 'out_of_range';
		} elseif ( Rhythm::Monthly === $rhythm && [] !== $weekdays ) {
			$errors['weekdays'] = 'not_allowed';
		}
		if ( [] !== array_filter( $except, static fn ( string $day ): bool => ! self::is_day( $day ) ) ) {
			$errors['except'] = 'date';
		}
		if ( [] !== $errors ) {
			throw new InvalidInput( $errors );
		}
	}

	/**
	 * All days of the series, and those that were left out.
	 *
	 * @param Closure(string): string $free_day Name of the holidays a day belongs to, '' for none.
	 * @return list<array{day: string, skipped: string}> Skipped: '' for a date; else `except` or the name of the holidays.
	 * @throws InvalidInput With field `until`: too_many, no_day.
	 */
	public function days( Closure $free_day ): array {
		$days  = [];
		$taken = 0;
		foreach ( $this->candidates() as $day ) {
			$skipped = in_array( $day, $this->except, true ) ? 'except' : ( $this->skip_free ? $free_day( $day ) : '' );
			$days[]  = [
				'day'     => $day,
				'skipped' => $skipped,
			];
			$taken  += (int) ( '' === $skipped );
			if ( $taken > self::MOST ) {
				throw new InvalidInput( [ 'until' => 'too_many' ], [ 'most' => self::MOST ] );
			}
		}
		if ( 0 === $taken ) {
			throw new InvalidInput( [ 'until' => 'no_day' ] );
		}
		return $days;
	}

	/**
	 * @return iterable<string> Days, in order.
	 */
	private function candidates(): iterable {
		return Rhythm::Monthly === $this->rhythm ? $this->of_months() : $this->of_weeks();
	}

	/**
	 * @return iterable<string>
	 */
	private function of_weeks(): iterable {
		$first    = self::day( $this->first );
		$weekdays = array_values( array_unique( [] === $this->weekdays ? [ (int) $first->format( 'N' ) ] : $this->weekdays ) );
		sort( $weekdays );
		$monday = $first->modify( sprintf( '-%d days', (int) $first->format( 'N' ) - 1 ) );
		for ( ; $monday->format( self::DAY ) <= $this->until; $monday = $monday->modify( "+{$this->rhythm->weeks()} weeks" ) ) { // phpcs:ignore Generic.CodeAnalysis.ForLoopWithTestFunctionCall.NotAllowed -- compares days, costs nothing.
			foreach ( $weekdays as $weekday ) {
				$day = $monday->modify( sprintf( '+%d days', $weekday - 1 ) )->format( self::DAY );
				if ( $day >= $this->first && $day <= $this->until ) {
					yield $day;
				}
			}
		}
	}

	/**
	 * @return iterable<string>
	 */
	private function of_months(): iterable {
		$first   = self::day( $this->first );
		$which   = [ 'first', 'second', 'third', 'fourth', 'last' ][ intdiv( (int) $first->format( 'j' ) - 1, 7 ) ];
		$weekday = $first->format( 'l' );
		for ( $month = $first->modify( 'first day of this month' ); $month->format( 'Y-m' ) <= substr( $this->until, 0, 7 ); $month = $month->modify( '+1 month' ) ) { // phpcs:ignore Generic.CodeAnalysis.ForLoopWithTestFunctionCall.NotAllowed -- compares days, costs nothing.
			$day = $month->modify( "$which $weekday of this month" )->format( self::DAY );
			if ( $day >= $this->first && $day <= $this->until ) {
				yield $day;
			}
		}
	}

	private static function is_day( string $day ): bool {
		$read = DateTimeImmutable::createFromFormat( '!' . self::DAY, $day, new DateTimeZone( 'UTC' ) );
		return false !== $read && $read->format( self::DAY ) === $day && '2000' <= substr( $day, 0, 4 ) && '2100' > substr( $day, 0, 4 );
	}

	/** Days have no zone; noon of none is skipped. */
	private static function day( string $day ): DateTimeImmutable {
		return new DateTimeImmutable( "$day 12:00", new DateTimeZone( 'UTC' ) );
	}
}
