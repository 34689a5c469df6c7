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
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Refusal;

/** What a date of a published event is like for everybody at one moment. */
final readonly class SeatState {

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
}
