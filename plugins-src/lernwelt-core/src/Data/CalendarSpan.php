<?php
/**
 * Days of a record.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

use DateTimeImmutable;
use DateTimeZone;

/** From an instant to an instant, seen as days of a zone; sources and the calendar count them the same way. */
final readonly class CalendarSpan {

	/** First instant, in the zone. */
	public DateTimeImmutable $start;

	/** First instant after it, in the zone; the start when it takes no time or the end lies before. */
	public DateTimeImmutable $end;

	/**
	 * @param DateTimeImmutable  $start When it begins.
	 * @param ?DateTimeImmutable $end   The first instant after it; null when it takes no time.
	 * @param DateTimeZone       $zone  Whose days count, e.g. `wp_timezone()`.
	 */
	public function __construct( DateTimeImmutable $start, ?DateTimeImmutable $end, DateTimeZone $zone ) {
		$this->start = $start->setTimezone( $zone );
		$this->end   = null === $end || $end < $start ? $this->start : $end->setTimezone( $zone );
	}

	/** First day, `YYYY-MM-DD`. */
	public function first_day(): string {
		return $this->start->format( 'Y-m-d' );
	}

	/** Last day, `YYYY-MM-DD`; a day that only begins when it ends doesn't count. */
	public function last_day(): string {
		return $this->end > $this->start ? $this->end->setTimestamp( $this->end->getTimestamp() - 1 )->format( 'Y-m-d' ) : $this->first_day();
	}

	/**
	 * The months it touches.
	 *
	 * @return non-empty-list<string> `YYYY-MM`, in their order.
	 */
	public function months(): array {
		$last   = substr( $this->last_day(), 0, 7 );
		$months = [];
		$first  = new DateTimeImmutable( $this->start->format( 'Y-m-01' ), new DateTimeZone( 'UTC' ) );
		do {
			$months[] = $first->format( 'Y-m' );
			$first    = $first->modify( 'first day of next month' );
		} while ( $first->format( 'Y-m' ) <= $last );
		return $months;
	}
}
