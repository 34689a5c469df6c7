<?php
/**
 * Days without lessons in Saxony-Anhalt.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Holidays;

use Closure;

/** Answers whether a day is free: school holidays by the network's list, public holidays by the law. */
final readonly class SchoolHolidays {

	/**
	 * @param Closure(): HolidayList $school School holidays, asked for at each question.
	 */
	public function __construct( private Closure $school ) {}

	/**
	 * Why a day is free.
	 *
	 * @param string       $day  Day in Germany, `YYYY-MM-DD`, 2000 to 2099.
	 * @param ?HolidayKind $kind Only this kind; null for both.
	 * @return ?Holiday The school holidays when it belongs to both; null for an ordinary day. Saturdays and Sundays are ordinary here.
	 */
	public function on( string $day, ?HolidayKind $kind = null ): ?Holiday {
		$found = $this->between( $day, $day, $kind );
		return $found[0] ?? null;
	}

	/**
	 * All that have a day in a span, in the order of the calendar, longer ones first.
	 *
	 * @param string       $first First day.
	 * @param string       $last  Last day.
	 * @param ?HolidayKind $kind  Only this kind; null for both.
	 * @return list<Holiday>
	 */
	public function between( string $first, string $last, ?HolidayKind $kind = null ): array {
		$all = HolidayKind::Public === $kind ? [] : ( $this->school )()->all();
		if ( HolidayKind::School !== $kind ) {
			foreach ( range( (int) substr( $first, 0, 4 ), (int) substr( $last, 0, 4 ) ) as $year ) {
				$all = [ ...$all, ...PublicHolidays::of_year( $year ) ];
			}
		}
		$found = array_values( array_filter( $all, static fn ( Holiday $one ): bool => $one->touches( $first, $last ) ) );
		usort( $found, static fn ( Holiday $one, Holiday $other ): int => [ $one->first, $other->last, $other->kind->value ] <=> [ $other->first, $one->last, $one->kind->value ] );
		return $found;
	}

	/**
	 * Until when the list of school holidays has no gap: a series that goes on later can't skip all of them and should say so.
	 *
	 * @return string Last day, `YYYY-MM-DD`; '' when nobody knows.
	 */
	public function known_until(): string {
		return ( $this->school )()->known_until();
	}
}
