<?php
/**
 * Who may book and cancel when.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use DateTimeImmutable;

/** Decides on facts; the last word about a seat has the database. */
final class BookingPolicy {

	/**
	 * Why a date can't be booked by anybody, as far as that is known without a person.
	 *
	 * @param EventDate         $date      Date.
	 * @param bool              $published Whether its event can be seen.
	 * @param DateTimeImmutable $now       Now.
	 * @return ?Refusal Null when it can.
	 */
	public static function closed( EventDate $date, bool $published, DateTimeImmutable $now ): ?Refusal {
		return match ( true ) {
			! $published => Refusal::NotFound,
			DateState::Cancelled === $date->state => Refusal::DateCancelled,
			$now >= $date->facts->period->start => Refusal::Begun,
			null !== $date->facts->opens_at && $now < $date->facts->opens_at => Refusal::NotOpenYet,
			$now >= $date->facts->closes_at => Refusal::Closed,
			0 === $date->free() => Refusal::Full,
			default => null,
		};
	}

	/**
	 * Why a person can't book a date.
	 *
	 * @param EventDate         $date      Date.
	 * @param bool              $published Whether its event can be seen.
	 * @param Person            $person    Who would come.
	 * @param DateTimeImmutable $now       Now.
	 * @return ?Refusal Null when they can.
	 */
	public static function refusal( EventDate $date, bool $published, Person $person, DateTimeImmutable $now ): ?Refusal {
		$closed = self::closed( $date, $published, $now );
		return match ( true ) {
			null !== $closed && Refusal::Full !== $closed => $closed,
			'' === $person->name || '' === $person->email => Refusal::NoContact,
			default => $date->facts->audience->refusal( $person ) ?? $closed,
		};
	}

	/**
	 * Why a booking can't be cancelled by the person who has it. Organisers may as long as it isn't cancelled already.
	 *
	 * @param EventDate         $date    Date.
	 * @param Booking           $booking Booking.
	 * @param DateTimeImmutable $now     Now.
	 * @return ?Refusal Null when it can.
	 */
	public static function cancel_refusal( EventDate $date, Booking $booking, DateTimeImmutable $now ): ?Refusal {
		return match ( true ) {
			BookingState::Cancelled === $booking->state => Refusal::AlreadyCancelled,
			$now >= $date->facts->cancel_until => Refusal::TooLateToCancel,
			default => null,
		};
	}
}
