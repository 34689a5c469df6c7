<?php
/**
 * Planning a series.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Application;

use DateTimeZone;
use Lernwelt\Booking\Domain\DateFacts;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Booking\Domain\Rhythm;
use Lernwelt\Booking\Domain\SeriesRule;
use Lernwelt\Core\Holidays\SchoolHolidays;

/** Turns one date and a rule into many dates. */
final readonly class PlanSeries {

	/**
	 * @param SchoolHolidays $holidays Days without lessons.
	 */
	public function __construct( private SchoolHolidays $holidays ) {}

	/**
	 * Plans.
	 *
	 * @param array<string, mixed> $given Fields of the schema `event-series-request`: those of the first date, and until, rhythm, weekdays, except, skip_free.
	 * @param DateTimeZone         $zone  Zone of the portal.
	 * @return array{days: list<array{day: string, skipped: string}>, dates: list<DateFacts>, known_until: string} Days with what was left out, the dates, and until when holidays are known ('' when that doesn't matter).
	 * @throws InvalidInput With the fields of both.
	 */
	public function plan( array $given, DateTimeZone $zone ): array {
		$first  = DateInput::facts( $given, $zone );
		$rhythm = Rhythm::tryFrom( (string) ( $given['rhythm'] ?? '' ) ) ?? throw new InvalidInput( [ 'rhythm' => 'not_allowed' ] );
		$skip   = true === ( $given['skip_free'] ?? false );
		$rule   = new SeriesRule( $first->period->first_day(), (string) ( $given['until'] ?? '' ), $rhythm, array_values( array_map( intval( ... ), (array) ( $given['weekdays'] ?? [] ) ) ), array_values( array_map( strval( ... ), (array) ( $given['except'] ?? [] ) ) ), $skip );
		$days   = $rule->days( fn ( string $day ): string => $this->holidays->on( $day )->name ?? '' );
		$taken  = array_column( array_filter( $days, static fn ( array $one ): bool => '' === $one['skipped'] ), 'day' );
		return [
			'days'        => $days,
			'dates'       => array_map( $first->on_day( ... ), $taken ),
			'known_until' => $skip && end( $taken ) > $this->holidays->known_until() ? $this->holidays->known_until() : '',
		];
	}
}
