<?php
/**
 * What else could be booked.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\BookingPolicy;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Events;
use Lernwelt\Core\Clock;
use Lernwelt\Core\PageChanges;
use Lernwelt\Core\PageParts;

/** Finds dates of other events for the same target group when one is full. */
final readonly class OtherDates {

	private const LIMIT = 3;

	/** Dates that are looked at. */
	private const LOOKED_AT = 200;

	/**
	 * @param EventDates $dates  Dates.
	 * @param Events     $events Events.
	 * @param Clock      $clock  Time.
	 */
	public function __construct( private EventDates $dates, private Events $events, private Clock $clock ) {}

	/**
	 * The next dates that can be booked, one of each event.
	 *
	 * @param int $event_id Event that can't.
	 * @return list<array{title: string, when: string, url: string}>
	 */
	public function of( int $event_id ): array {
		PageChanges::shows( PageParts::source( EventDatesSource::ID ) );
		$groups = array_keys( EventTaxonomies::of( $event_id, EventTaxonomies::AUDIENCE ) );
		$now    = $this->clock->now();
		$found  = [];
		$dates  = $this->dates->between( $now, $now->modify( '+1 year' ), self::LOOKED_AT );
		$this->events->read_ahead( array_map( static fn ( EventDate $date ): int => $date->event_id, $dates ) );
		foreach ( $dates as $date ) {
			if ( count( $found ) === self::LIMIT ) {
				break;
			}
			$other = $date->event_id === $event_id || isset( $found[ $date->event_id ] ) ? null : $this->offer( $date, $groups );
			if ( null !== $other ) {
				$found[ $date->event_id ] = $other;
			}
		}
		return array_values( $found );
	}

	/**
	 * @param EventDate        $date   Date.
	 * @param list<int|string> $groups Target groups, one of which it needs; none for any.
	 * @return ?array{title: string, when: string, url: string}
	 */
	private function offer( EventDate $date, array $groups ): ?array {
		$event = $this->events->find( $date->event_id );
		if ( null === $event || null !== BookingPolicy::closed( $date, $event->published, $this->clock->now() ) ) {
			return null;
		}
		SeatState::shown( $date, $this->clock->now() );
		$same = [] === $groups || [] !== array_intersect( $groups, array_keys( EventTaxonomies::of( $event->id, EventTaxonomies::AUDIENCE ) ) );
		return $same ? [ 'title' => $event->title, 'when' => When::short( $date->facts->period ), 'url' => $event->url . "#termin-$date->id" ] : null;
	}
}
