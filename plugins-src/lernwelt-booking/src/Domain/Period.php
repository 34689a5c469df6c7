<?php
/**
 * When a date takes place.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use DateTimeImmutable;
use DateTimeZone;

/** Two instants and the zone in which people read them. A whole day lasts from midnight to the next midnight there, 23 to 25 hours. */
final readonly class Period {

	/** Longest event, in days. */
	private const LONGEST = 31;

	private const LOCAL = 'Y-m-d H:i';

	/**
	 * @param DateTimeImmutable $start   First instant, UTC.
	 * @param DateTimeImmutable $end     First instant after it, UTC.
	 * @param DateTimeZone      $zone    Zone of its place.
	 * @param bool              $all_day Whether days count, not hours.
	 */
	public function __construct(
		public DateTimeImmutable $start,
		public DateTimeImmutable $end,
		public DateTimeZone $zone,
		public bool $all_day = false,
	) {}

	/**
	 * As somebody typed it.
	 *
	 * @param string       $start   `YYYY-MM-DD HH:MM`, or `YYYY-MM-DD` for whole days.
	 * @param string       $end     The same; of whole days the last one.
	 * @param DateTimeZone $zone    Zone of its place.
	 * @param bool         $all_day Whether days count.
	 * @throws InvalidInput With fields `start` and `end`: date, no_such_time (the hour that clocks skip in spring), before_start, too_long.
	 */
	public static function typed( string $start, string $end, DateTimeZone $zone, bool $all_day = false ): self {
		$errors = [];
		$first  = self::instant( $all_day ? "$start 00:00" : $start, $zone, 'start', $errors );
		$last   = self::instant( $all_day ? "$end 00:00" : $end, $zone, 'end', $errors );
		if ( null === $first || null === $last ) {
			throw new InvalidInput( [] === $errors ? [ 'start' => 'date' ] : $errors );
		}
		if ( $all_day ) {
			$last = $last->setTimezone( $zone )->modify( '+1 day' )->setTimezone( new DateTimeZone( 'UTC' ) );
		}
		if ( $last <= $first ) {
			throw new InvalidInput( [ 'end' => 'before_start' ] );
		}
		if ( $last > $first->modify( sprintf( '+%d days', self::LONGEST ) ) ) {
			throw new InvalidInput( [ 'end' => 'too_long' ] );
		}
		return new self( $first, $last, $zone, $all_day );
	}

	/**
	 * Whether calendars show the same.
	 *
	 * @param self $other Another one.
	 */
	public function equals( self $other ): bool {
		return [ $this->start->getTimestamp(), $this->end->getTimestamp(), $this->zone->getName(), $this->all_day ] === [ $other->start->getTimestamp(), $other->end->getTimestamp(), $other->zone->getName(), $other->all_day ];
	}

	/** The first instant on the clocks of its place. */
	public function local_start(): DateTimeImmutable {
		return $this->start->setTimezone( $this->zone );
	}

	/** The end on the clocks of its place; of whole days the midnight after the last one. */
	public function local_end(): DateTimeImmutable {
		return $this->end->setTimezone( $this->zone );
	}

	/** The last day on which it takes place, `YYYY-MM-DD`: an end at midnight belongs to the evening before. */
	public function last_day(): string {
		return $this->local_end()->modify( '-1 second' )->format( 'Y-m-d' );
	}

	/** The first day, `YYYY-MM-DD`. */
	public function first_day(): string {
		return $this->local_start()->format( 'Y-m-d' );
	}

	/**
	 * Months it touches.
	 *
	 * @return list<string> `YYYY-MM`.
	 */
	public function months(): array {
		$months = [];
		$last   = substr( $this->last_day(), 0, 7 );
		$day    = $this->local_start()->modify( 'first day of this month' );
		do {
			$month    = $day->format( 'Y-m' );
			$months[] = $month;
			$day      = $day->modify( '+1 month' );
		} while ( $month < $last );
		return $months;
	}

	/**
	 * The instant somebody meant; the first of two where clocks repeat an hour.
	 *
	 * @param string                $typed  `YYYY-MM-DD HH:MM`.
	 * @param DateTimeZone          $zone   Zone.
	 * @param string                $field  Name of the field.
	 * @param array<string, string> $errors Gets the reason.
	 */
	public static function instant( string $typed, DateTimeZone $zone, string $field, array &$errors ): ?DateTimeImmutable {
		$typed = str_replace( 'T', ' ', $typed );
		$local = DateTimeImmutable::createFromFormat( '!' . self::LOCAL, $typed, new DateTimeZone( 'UTC' ) );
		if ( false === $local || $local->format( self::LOCAL ) !== $typed || $local->format( 'Y' ) < '2000' || $local->format( 'Y' ) > '2100' ) {
			$errors[ $field ] = 'date';
			return null;
		}
		$instant = new DateTimeImmutable( $typed, $zone );
		if ( $instant->format( self::LOCAL ) !== $typed ) {
			$errors[ $field ] = 'no_such_time';
			return null;
		}
		// Versions of PHP disagree about which of the two an hour is that clocks repeat.
		$earlier = $instant->setTimestamp( $instant->getTimestamp() - 3600 );
		return ( $earlier->format( self::LOCAL ) === $typed ? $earlier : $instant )->setTimezone( new DateTimeZone( 'UTC' ) );
	}
}
