<?php
/**
 * Spans of time in words.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Health;

/** As people say them: minutes, hours, days. */
final class Spans {

	/**
	 * In the case that follows "for" and "ago": German needs "3 Tagen" there.
	 *
	 * @param int $seconds Seconds.
	 */
	public static function words( int $seconds ): string {
		$minutes = intdiv( $seconds, 60 );
		if ( $minutes < 120 ) {
			/* translators: %d: number; follows "ago", German dative. */
			return sprintf( _n( '%d minute', '%d minutes', $minutes, 'lernwelt-operations' ), $minutes );
		}
		$hours = intdiv( $seconds, 3600 );
		if ( $hours < 72 ) {
			/* translators: %d: number; follows "ago", German dative. */
			return sprintf( _n( '%d hour', '%d hours', $hours, 'lernwelt-operations' ), $hours );
		}
		$days = intdiv( $seconds, 86400 );
		/* translators: %d: number; follows "ago", German dative. */
		return sprintf( _n( '%d day', '%d days', $days, 'lernwelt-operations' ), $days );
	}
}
