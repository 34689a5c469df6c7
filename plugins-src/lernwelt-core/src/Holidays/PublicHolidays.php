<?php
/**
 * Holidays by law.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Holidays;

use DateTimeImmutable;
use DateTimeZone;

/** The public holidays of Saxony-Anhalt (§ 2 FeiertG LSA), as the law stands since 1992. Sundays aren't listed. */
final class PublicHolidays {

	/** Days with a date: month and day → name. */
	private const FIXED = [
		'01-01' => 'Neujahr',
		'01-06' => 'Heilige Drei Könige',
		'05-01' => 'Tag der Arbeit',
		'10-03' => 'Tag der Deutschen Einheit',
		'10-31' => 'Reformationstag',
		'12-25' => '1. Weihnachtstag',
		'12-26' => '2. Weihnachtstag',
	];

	/** Days from Easter Sunday → name. */
	private const MOVABLE = [
		-2 => 'Karfreitag',
		1  => 'Ostermontag',
		39 => 'Christi Himmelfahrt',
		50 => 'Pfingstmontag',
	];

	/**
	 * Those of a year in the order of the calendar.
	 *
	 * @param int $year 2000 to 2099.
	 * @return list<Holiday>
	 * @throws InvalidHoliday For another year.
	 */
	public static function of_year( int $year ): array {
		$days = [];
		foreach ( self::FIXED as $day => $name ) {
			$days[ "$year-$day" ] = $name;
		}
		$easter = self::easter( $year );
		foreach ( self::MOVABLE as $distance => $name ) {
			$day = $easter->modify( "$distance days" )->format( 'Y-m-d' );
			// Ascension Day can fall on the 1st of May.
			$days[ $day ] = isset( $days[ $day ] ) ? "$days[$day], $name" : $name;
		}
		ksort( $days );
		$holidays = [];
		foreach ( $days as $day => $name ) {
			$holidays[] = new Holiday( $name, $day, $day, HolidayKind::Public );
		}
		return $holidays;
	}

	/** Easter Sunday by the rule of Gauß as Lichtenberg corrected it. */
	private static function easter( int $year ): DateTimeImmutable {
		$century = intdiv( $year, 100 );
		$moon    = 15 + intdiv( 3 * $century + 3, 4 ) - intdiv( 8 * $century + 13, 25 );
		$sun     = 2 - intdiv( 3 * $century + 3, 4 );
		$cycle   = $year % 19;
		$seed    = ( 19 * $cycle + $moon ) % 30;
		$mend    = intdiv( $seed + intdiv( $cycle, 11 ), 29 );
		$border  = 21 + $seed - $mend;
		$sunday  = 7 - ( $year + intdiv( $year, 4 ) + $sun ) % 7;
		$march   = $border + 7 - ( $border - $sunday ) % 7;
		return ( new DateTimeImmutable( "$year-03-01", new DateTimeZone( 'UTC' ) ) )->modify( '+' . ( $march - 1 ) . ' days' );
	}
}
