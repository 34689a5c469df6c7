<?php
/**
 * From when to when.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Calendar;

use DateTimeImmutable;
use DateTimeZone;

/** Two instants of a zone, or whole days. */
final readonly class Period {

	/**
	 * @param DateTimeImmutable $start   First instant, in the zone; midnight UTC of the first day when it is whole days.
	 * @param DateTimeImmutable $end     End, not included: midnight UTC of the day after the last one when it is whole days.
	 * @param bool              $all_day Whether it is whole days.
	 * @throws InvalidInvitation With reason period when the end isn't after the start.
	 */
	private function __construct(
		public DateTimeImmutable $start,
		public DateTimeImmutable $end,
		public bool $all_day,
	) {
		if ( $end <= $start ) {
			throw new InvalidInvitation( 'period' );
		}
	}

	/**
	 * A time.
	 *
	 * @param DateTimeImmutable $start In any zone; below a second is cut off.
	 * @param DateTimeImmutable $end   Later.
	 * @param DateTimeZone      $zone  Zone of the place, e.g. Europe/Berlin.
	 * @throws InvalidInvitation With reason period when the end isn't after the start.
	 */
	public static function of( DateTimeImmutable $start, DateTimeImmutable $end, DateTimeZone $zone ): self {
		$instant = static fn ( DateTimeImmutable $at ): DateTimeImmutable => ( new DateTimeImmutable( '@' . $at->getTimestamp() ) )->setTimezone( $zone );
		return new self( $instant( $start ), $instant( $end ), false );
	}

	/**
	 * Whole days.
	 *
	 * @param string $first First day, `YYYY-MM-DD`.
	 * @param string $last  Last day, which is part of it; may be the same.
	 * @throws InvalidInvitation With reason day or period.
	 */
	public static function days( string $first, string $last ): self {
		return new self( self::day( $first ), self::day( $last )->modify( '+1 day' ), true );
	}

	private static function day( string $day ): DateTimeImmutable {
		$read = DateTimeImmutable::createFromFormat( '!Y-m-d', $day, new DateTimeZone( 'UTC' ) );
		if ( false === $read || $read->format( 'Y-m-d' ) !== $day ) {
			throw new InvalidInvitation( 'day' );
		}
		return $read;
	}
}
