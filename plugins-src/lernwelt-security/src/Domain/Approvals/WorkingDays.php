<?php
/**
 * Working days.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Approvals;

use DateTimeImmutable;
use Lernwelt\Core\Holidays\Holiday;
use Lernwelt\Core\Holidays\PublicHolidays;

/** Monday to Friday without the public holidays of Saxony-Anhalt. */
final class WorkingDays {

	/**
	 * The last day of a period that begins the day after.
	 *
	 * @param DateTimeImmutable $from Day it was asked for, in local time.
	 * @param int               $days Working days.
	 * @return string Y-m-d.
	 */
	public static function after( DateTimeImmutable $from, int $days ): string {
		$day      = $from;
		$holidays = self::holidays( (int) $from->format( 'Y' ) );
		while ( 0 < $days ) {
			$day = $day->modify( '+1 day' );
			if ( 6 > (int) $day->format( 'N' ) && ! in_array( $day->format( 'Y-m-d' ), $holidays, true ) ) {
				--$days;
			}
		}
		return $day->format( 'Y-m-d' );
	}

	/** @return list<string> */
	private static function holidays( int $year ): array {
		return array_map( static fn ( Holiday $holiday ): string => $holiday->first, [ ...PublicHolidays::of_year( $year ), ...PublicHolidays::of_year( $year + 1 ) ] );
	}
}
