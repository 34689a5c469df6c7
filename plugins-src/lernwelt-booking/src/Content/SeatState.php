<?php
/**
 * Seats of a date in words.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use DateTimeImmutable;
use Lernwelt\Booking\Domain\BookingPolicy;
use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Core\PageChanges;

/** What a date of a published event is like for everybody at one moment. */
final readonly class SeatState {

	/** Seconds a number of free seats may be shown to guests who have no script to ask anew. */
	private const FRESH = 60;

	/**
	 * @param string $state    `open`, `over`, or a reason of Refusal.
	 * @param bool   $bookable Whether somebody may book it.
	 * @param string $sentence For people.
	 */
	private function __construct( public string $state, public bool $bookable, public string $sentence ) {}

	/**
	 * Looks at a date.
	 *
	 * @param EventDate         $date Date.
	 * @param DateTimeImmutable $now  Now.
	 */
	public static function of( EventDate $date, DateTimeImmutable $now ): self {
		$closed = BookingPolicy::closed( $date, true, $now );
		$words  = SeatWords::of( $date, $now );
		$state  = Refusal::Begun === $closed && $date->is_over( $now ) ? 'over' : ( $closed->value ?? 'open' );
		return new self( $state, null === $closed, mb_strtoupper( mb_substr( $words, 0, 1 ) ) . mb_substr( $words, 1 ) );
	}

	/**
	 * Tells whoever keeps copies of the page that shows a date how long it is right: until its bookings open or close, it
	 * begins or ends, and a minute while seats can be booked. The last seat, and one that comes back, are told at once.
	 *
	 * @param EventDate         $date Date.
	 * @param DateTimeImmutable $now  Now.
	 */
	public static function shown( EventDate $date, DateTimeImmutable $now ): void {
		$facts = $date->facts;
		if ( DateState::Cancelled === $date->state ) {
			return;
		}
		$fresh = null === BookingPolicy::closed( $date, true, $now ) ? $now->modify( sprintf( '+%d seconds', self::FRESH ) ) : null;
		foreach ( [ $fresh, $facts->opens_at, $facts->closes_at, $facts->period->start, $facts->period->end ] as $moment ) {
			if ( null !== $moment && $moment > $now ) {
				PageChanges::right_until( $moment );
			}
		}
	}
}
