<?php
/**
 * What editors say about a date.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use DateTimeImmutable;
use DateTimeZone;

/** Everything about a date that isn't counted by us. */
final readonly class DateFacts {

	/** Most seats. */
	public const MOST_SEATS = 10_000;

	private const PLACE = 200;

	private const LINK = 500;

	/**
	 * @param Period             $period       When.
	 * @param string             $place        Room and address, '' for online only.
	 * @param string             $link         Address of the video conference; only people who booked see it. '' for none.
	 * @param int                $capacity     Seats, 1 to MOST_SEATS.
	 * @param int                $minimum      Number of bookings it needs to take place, 0 for none.
	 * @param ?DateTimeImmutable $opens_at     First instant for bookings, UTC; null for at once.
	 * @param DateTimeImmutable  $closes_at    First instant at which it is too late to book, UTC; at most the start.
	 * @param DateTimeImmutable  $cancel_until First instant at which people can't cancel themselves any more, UTC; at most the start.
	 * @param Audience           $audience     Who may book.
	 * @param Questions          $questions    What they are asked.
	 * @throws InvalidInput With fields place, link, capacity, minimum, opens_at, closes_at, cancel_until.
	 */
	public function __construct(
		public Period $period,
		public string $place,
		public string $link,
		public int $capacity,
		public int $minimum,
		public ?DateTimeImmutable $opens_at,
		public DateTimeImmutable $closes_at,
		public DateTimeImmutable $cancel_until,
		public Audience $audience,
		public Questions $questions,
	) {
		$errors = array_filter(
			[
				'place'        => self::place_problem( $place, $link ),
				'link'         => mb_strlen( $link ) > self::LINK ? 'too_long' : ( '' === $link || 1 === preg_match( '#^https://[^\s/<>"\\\\]+[^\s<>"\\\\]*$#D', $link ) ? null : 'uri' ),
				'capacity'     => $capacity < 1 || $capacity > self::MOST_SEATS ? 'out_of_range' : null,
				'minimum'      => $minimum < 0 || $minimum > $capacity ? 'out_of_range' : null,
				'opens_at'     => null !== $opens_at && $opens_at >= $closes_at ? 'after_close' : null,
				'closes_at'    => $closes_at > $period->start ? 'after_start' : null,
				'cancel_until' => $cancel_until > $period->start ? 'after_start' : null,
			],
			is_string( ... )
		);
		if ( [] !== $errors ) {
			throw new InvalidInput( $errors );
		}
	}

	/** It stands in one line of calendars and subjects. */
	private static function place_problem( string $place, string $link ): ?string {
		return match ( true ) {
			'' === $place && '' === $link => 'required',
			1 === preg_match( '/\p{Cc}|\x{2028}|\x{2029}/u', $place ) => 'line_break',
			mb_strlen( $place ) > self::PLACE => 'too_long',
			default => null,
		};
	}

	/**
	 * The same on another day: times on the clocks stay, deadlines keep their distance in days, bookings open at the same moment.
	 *
	 * @param string $day First day, `YYYY-MM-DD`.
	 * @throws InvalidInput With field `start`: no_such_time.
	 */
	public function on_day( string $day ): self {
		$period = $this->period;
		$zone   = $period->zone;
		$days   = (int) ( new DateTimeImmutable( $period->first_day() ) )->diff( new DateTimeImmutable( $day ) )->format( '%r%a' );
		$move   = static fn ( DateTimeImmutable $instant ): DateTimeImmutable => $instant->setTimezone( $zone )->modify( sprintf( '%+d days', $days ) )->setTimezone( $instant->getTimezone() );
		// Not in its zone: there PHP would silently make another hour of one that clocks skip.
		$typed  = static fn ( DateTimeImmutable $local ): string => ( new DateTimeImmutable( $local->format( 'Y-m-d H:i' ), new DateTimeZone( 'UTC' ) ) )->modify( sprintf( '%+d days', $days ) )->format( 'Y-m-d H:i' );
		$last   = ( new DateTimeImmutable( $period->last_day() ) )->modify( sprintf( '%+d days', $days ) )->format( 'Y-m-d' );
		$moved  = $period->all_day ? Period::typed( $day, $last, $zone, true ) : Period::typed( $typed( $period->local_start() ), $typed( $period->local_end() ), $zone );
		return new self( $moved, $this->place, $this->link, $this->capacity, $this->minimum, $this->opens_at, min( $move( $this->closes_at ), $moved->start ), min( $move( $this->cancel_until ), $moved->start ), $this->audience, $this->questions );
	}
}
