<?php
/**
 * A month.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Domain\Calendar;

use DateTimeImmutable;
use DateTimeZone;

/** A month of the Gregorian calendar with its weeks, Monday to Sunday. Addresses reach the years 2000 to 2099. */
final readonly class Month {

	private DateTimeImmutable $first;

	/**
	 * @param string $text `YYYY-MM`.
	 */
	private function __construct( private string $text ) {
		$this->first = new DateTimeImmutable( "$text-01", new DateTimeZone( 'UTC' ) );
	}

	/**
	 * The month of a day.
	 *
	 * @param DateTimeImmutable $day A day, in the zone whose calendar counts.
	 */
	public static function of( DateTimeImmutable $day ): self {
		return new self( $day->format( 'Y-m' ) );
	}

	/**
	 * The month of a text.
	 *
	 * @param string $text Text, e.g. out of an address.
	 * @return ?self Null when it is no month within the years above.
	 */
	public static function parse( string $text ): ?self {
		return 1 === preg_match( '/^20[0-9]{2}-(0[1-9]|1[0-2])$/D', $text ) ? new self( $text ) : null;
	}

	/** `YYYY-MM`. */
	public function text(): string {
		return $this->text;
	}

	/** The month before; null before the first year. */
	public function previous(): ?self {
		return self::parse( $this->first->modify( '-1 month' )->format( 'Y-m' ) );
	}

	/** The month after; null after the last year. */
	public function next(): ?self {
		return self::parse( $this->first->modify( '+1 month' )->format( 'Y-m' ) );
	}

	/** Number of days. */
	public function length(): int {
		return (int) $this->first->format( 't' );
	}

	/**
	 * One of its days.
	 *
	 * @param int $day Day, from 1.
	 * @return DateTimeImmutable Midnight in UTC, for words.
	 */
	public function day( int $day ): DateTimeImmutable {
		return $this->first->setDate( (int) $this->first->format( 'Y' ), (int) $this->first->format( 'n' ), $day );
	}

	/**
	 * Its weeks.
	 *
	 * @return array<int, non-empty-list<?int>> Number of the calendar week (ISO 8601) → seven days, Monday first; null
	 *                                          where the day belongs to another month.
	 */
	public function weeks(): array {
		$before = (int) $this->first->format( 'N' ) - 1;
		$days   = [ ...array_fill( 0, $before, null ), ...range( 1, $this->length() ) ];
		$weeks  = [];
		foreach ( array_chunk( $days, 7 ) as $position => $week ) {
			$monday                                     = $this->first->modify( ( 7 * $position - $before ) . ' days' );
			$weeks[ (int) $monday->format( 'W' ) ] = array_pad( $week, 7, null );
		}
		return $weeks;
	}
}
