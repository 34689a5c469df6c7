<?php
/**
 * A row of the table of dates.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Persistence;

use DateTimeZone;
use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Booking\Domain\DateFacts;
use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Booking\Domain\Questions;

/** Turns rows into dates and facts into columns. */
final class DateRow {

	/**
	 * Columns of what editors say, without `opens_at`.
	 *
	 * @param DateFacts $facts Facts.
	 * @return array<string, string|int>
	 */
	public static function columns( DateFacts $facts ): array {
		return [
			'starts_at'    => Instant::text( $facts->period->start ),
			'ends_at'      => Instant::text( $facts->period->end ),
			'zone'         => $facts->period->zone->getName(),
			'all_day'      => (int) $facts->period->all_day,
			'place'        => $facts->place,
			'link'         => $facts->link,
			'capacity'     => $facts->capacity,
			'minimum'      => $facts->minimum,
			'closes_at'    => Instant::text( $facts->closes_at ),
			'cancel_until' => Instant::text( $facts->cancel_until ),
			'audience'     => $facts->audience->to_json(),
			'questions'    => $facts->questions->to_json(),
		];
	}

	/**
	 * A date.
	 *
	 * @param array<string, string|null> $row Row.
	 */
	public static function date( array $row ): EventDate {
		$facts = new DateFacts(
			new Period( Instant::of( (string) $row['starts_at'] ), Instant::of( (string) $row['ends_at'] ), new DateTimeZone( (string) $row['zone'] ), '1' === (string) $row['all_day'] ),
			(string) $row['place'],
			(string) $row['link'],
			(int) $row['capacity'],
			(int) $row['minimum'],
			Instant::of( $row['opens_at'] ),
			Instant::of( (string) $row['closes_at'] ),
			Instant::of( (string) $row['cancel_until'] ),
			Audience::from_json( (string) $row['audience'] ),
			Questions::from_json( (string) $row['questions'] )
		);
		return new EventDate(
			(int) $row['id'],
			(int) $row['event_id'],
			$facts,
			(int) $row['booked'],
			DateState::from( (string) $row['state'] ),
			(string) $row['series'],
			(int) $row['sequence'],
			(int) $row['version'],
			Instant::of( $row['reminded_at'] )
		);
	}
}
