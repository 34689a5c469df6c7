<?php
/**
 * Records on the days of a month.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Domain\Calendar;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Data\CalendarFields;
use Lernwelt\Core\Data\CalendarSpan;
use Lernwelt\Core\Data\Moment;
use Lernwelt\Core\Data\Record;

/** Puts each record on every day it takes. */
final readonly class MonthPlan {

	/** @var array<int, non-empty-list<Entry>> Day → what is on it, in the order of the day; days without anything are missing. */
	public array $days;

	/**
	 * @param Month          $month   The month.
	 * @param list<Record>   $records Records; those without a beginning are on no day.
	 * @param CalendarFields $fields  Fields that say when they are.
	 * @param DateTimeZone   $zone    Whose days count.
	 */
	public function __construct( Month $month, array $records, CalendarFields $fields, DateTimeZone $zone ) {
		$days = [];
		foreach ( $records as $record ) {
			$start = Moment::parse( $record->values[ $fields->start ] ?? null );
			if ( null !== $start ) {
				$span    = new CalendarSpan( $start, Moment::parse( $record->values[ $fields->end ] ?? null ), $zone );
				$all_day = true === ( $record->values[ $fields->all_day ] ?? false );
				foreach ( self::entries( $month, $record, $span, $all_day ) as $day => $entry ) {
					$days[ $day ][] = $entry;
				}
			}
		}
		ksort( $days );
		foreach ( $days as $day => $entries ) {
			usort( $entries, static fn ( Entry $one, Entry $other ): int => self::order( $one ) <=> self::order( $other ) );
			$days[ $day ] = $entries;
		}
		$this->days = $days;
	}

	/**
	 * @return array<int, Entry> Day of the month → the record on it.
	 */
	private static function entries( Month $month, Record $record, CalendarSpan $span, bool $all_day ): array {
		$first   = self::number( $span->first_day() );
		$last    = self::number( $span->last_day() );
		$begin   = self::number( $month->text() . '-01' );
		$entries = [];
		$until   = min( $last, $begin + $month->length() - 1 );
		for ( $day = max( $first, $begin ); $day <= $until; $day++ ) {
			$entries[ $day - $begin + 1 ] = new Entry( $record, $span, $all_day, $day - $first + 1, $last - $first + 1 );
		}
		return $entries;
	}

	/** Days are counted in UTC, where each has 24 hours. */
	private static function number( string $day ): int {
		return intdiv( ( new DateTimeImmutable( $day, new DateTimeZone( 'UTC' ) ) )->getTimestamp(), 86400 );
	}

	/** What lasts since midnight comes first. */
	private static function order( Entry $entry ): int {
		return $entry->begins() ? $entry->span->start->getTimestamp() : 0;
	}
}
