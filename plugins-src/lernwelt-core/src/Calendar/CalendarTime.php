<?php
/**
 * Times in calendar files.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Calendar;

use DateTimeImmutable;
use DateTimeZone;

/**
 * Writes the two ends of a period: days as days, times of our own zone by its clock, with its rules in the file, and
 * everything else in UTC. So are times of the one hour a year that this clock shows twice.
 */
final readonly class CalendarTime {

	/** The zone whose rules are written here. */
	private const ZONE = 'Europe/Berlin';

	/** The European Union's rules since 1996: on the last Sundays of March and October, at 1:00 UTC. */
	private const RULES = [
		'BEGIN:VTIMEZONE',
		'TZID:' . self::ZONE,
		'BEGIN:DAYLIGHT',
		'DTSTART:19960331T020000',
		'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
		'TZNAME:CEST',
		'TZOFFSETFROM:+0100',
		'TZOFFSETTO:+0200',
		'END:DAYLIGHT',
		'BEGIN:STANDARD',
		'DTSTART:19961027T030000',
		'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
		'TZNAME:CET',
		'TZOFFSETFROM:+0200',
		'TZOFFSETTO:+0100',
		'END:STANDARD',
		'END:VTIMEZONE',
	];

	private bool $by_the_clock;

	/**
	 * @param Period $period From when to when.
	 */
	public function __construct( private Period $period ) {
		$this->by_the_clock = ! $period->all_day && self::ZONE === $period->start->getTimezone()->getName()
			&& ! self::is_shown_twice( $period->start ) && ! self::is_shown_twice( $period->end );
	}

	/**
	 * The component with the rules of the zone, when its clock is used.
	 *
	 * @return list<string>
	 */
	public function zone(): array {
		return $this->by_the_clock ? self::RULES : [];
	}

	/**
	 * Start and end of the entry.
	 *
	 * @return list<string>
	 */
	public function lines(): array {
		return [ 'DTSTART' . $this->value( $this->period->start ), 'DTEND' . $this->value( $this->period->end ) ];
	}

	/**
	 * An instant.
	 *
	 * @param DateTimeImmutable $at In any zone.
	 */
	public static function utc( DateTimeImmutable $at ): string {
		return $at->setTimezone( new DateTimeZone( 'UTC' ) )->format( 'Ymd\THis\Z' );
	}

	private function value( DateTimeImmutable $at ): string {
		return match ( true ) {
			$this->period->all_day => ';VALUE=DATE:' . $at->format( 'Ymd' ),
			$this->by_the_clock => ';TZID=' . self::ZONE . ':' . $at->format( 'Ymd\THis' ),
			default => ':' . self::utc( $at ),
		};
	}

	private static function is_shown_twice( DateTimeImmutable $at ): bool {
		$clock = $at->format( 'YmdHis' );
		foreach ( [ -3600, 3600 ] as $seconds ) {
			if ( $at->setTimestamp( $at->getTimestamp() + $seconds )->format( 'YmdHis' ) === $clock ) {
				return true;
			}
		}
		return false;
	}
}
