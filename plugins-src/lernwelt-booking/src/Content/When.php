<?php
/**
 * Periods in words.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use DateTimeImmutable;
use Lernwelt\Booking\Domain\Period;

/** Says when something takes place, as people of its place say it. */
final class When {

	/**
	 * All of it: "Thursday, 3 December 2026, 14:00 to 16:00".
	 *
	 * @param Period $period Period.
	 */
	public static function long( Period $period ): string {
		return self::words( $period, _x( 'l, j F Y', 'day in words, https://www.php.net/date', 'lernwelt-booking' ) );
	}

	/**
	 * For lists: "Thu, 3 Dec 2026, 14:00 to 16:00".
	 *
	 * @param Period $period Period.
	 */
	public static function short( Period $period ): string {
		return self::words( $period, _x( 'D, j M Y', 'day in lists, https://www.php.net/date', 'lernwelt-booking' ) );
	}

	/**
	 * One moment: "Thursday, 3 December 2026, 14:00".
	 *
	 * @param DateTimeImmutable $instant Moment.
	 * @param Period            $period  The period whose zone counts.
	 */
	public static function moment( DateTimeImmutable $instant, Period $period ): string {
		$local = $instant->setTimezone( $period->zone );
		/* translators: 1: day in words, 2: time. */
		return sprintf( __( '%1$s, %2$s', 'lernwelt-booking' ), self::format( $local, _x( 'l, j F Y', 'day in words, https://www.php.net/date', 'lernwelt-booking' ) ), self::time( $local ) );
	}

	private static function words( Period $period, string $day ): string {
		$start = $period->local_start();
		$last  = $period->all_day ? $period->local_end()->modify( '-1 second' ) : $period->local_end();
		$same  = $start->format( 'Y-m-d' ) === $last->format( 'Y-m-d' );
		return match ( true ) {
			/* translators: %s: day in words. */
			$period->all_day && $same => sprintf( __( '%s, all day', 'lernwelt-booking' ), self::format( $start, $day ) ),
			/* translators: 1: first day, 2: last day. */
			$period->all_day => sprintf( __( '%1$s to %2$s', 'lernwelt-booking' ), self::format( $start, $day ), self::format( $last, $day ) ),
			/* translators: 1: day in words, 2: start, 3: end. */
			$same => sprintf( __( '%1$s, %2$s to %3$s', 'lernwelt-booking' ), self::format( $start, $day ), self::format( $start, _x( 'H:i', 'start of a span of time', 'lernwelt-booking' ) ), self::time( $last ) ),
			/* translators: 1: first day, 2: start, 3: last day, 4: end. */
			default => sprintf( __( '%1$s, %2$s to %3$s, %4$s', 'lernwelt-booking' ), self::format( $start, $day ), self::time( $start ), self::format( $last, $day ), self::time( $last ) ),
		};
	}

	private static function time( DateTimeImmutable $local ): string {
		return self::format( $local, _x( 'H:i', 'time of day, https://www.php.net/date', 'lernwelt-booking' ) );
	}

	private static function format( DateTimeImmutable $local, string $format ): string {
		return (string) wp_date( $format, $local->getTimestamp(), $local->getTimezone() );
	}
}
