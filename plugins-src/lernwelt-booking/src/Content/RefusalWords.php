<?php
/**
 * Words for what can't be booked, cancelled or saved.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Refusal;

/** Turns reason codes into sentences that say what happened and what to do, and into a status of HTTP. */
final class RefusalWords {

	/**
	 * Why something can't be booked or cancelled.
	 *
	 * @param Refusal $refusal Reason.
	 */
	public static function of( Refusal $refusal ): string {
		return match ( $refusal ) {
			Refusal::NotFound         => __( 'This date does not exist or no longer exists.', 'lernwelt-booking' ),
			Refusal::DateCancelled    => __( 'This date was called off. Please choose another one.', 'lernwelt-booking' ),
			Refusal::Begun            => __( 'This date has already begun. It can no longer be booked.', 'lernwelt-booking' ),
			Refusal::NotOpenYet       => __( 'Bookings for this date are not open yet.', 'lernwelt-booking' ),
			Refusal::Closed           => __( 'Bookings for this date are closed.', 'lernwelt-booking' ),
			Refusal::Full             => __( 'This date is full. Please choose another one.', 'lernwelt-booking' ),
			Refusal::WrongRole        => __( 'This date is meant for other groups of people. It cannot be booked with your role.', 'lernwelt-booking' ),
			Refusal::WrongSchool      => __( 'This date is meant for certain schools. Your school is not among them.', 'lernwelt-booking' ),
			Refusal::NotStartchancen  => __( 'This date is meant for schools of the Startchancen programme. Your school is not registered as one.', 'lernwelt-booking' ),
			Refusal::TooLateToCancel  => __( 'The deadline for cancelling has passed. Please write to the organisers if you cannot come.', 'lernwelt-booking' ),
			Refusal::AlreadyCancelled => __( 'This booking is cancelled already.', 'lernwelt-booking' ),
			Refusal::AlreadyBooked    => __( 'This person has booked this date already.', 'lernwelt-booking' ),
			Refusal::NoColleague      => __( 'This person cannot be booked for. They need to be at your school and have logged in here at least once.', 'lernwelt-booking' ),
			Refusal::JustSent         => __( 'This very message was sent a moment ago. Nothing was sent again.', 'lernwelt-booking' ),
			Refusal::TooManyMessages  => __( 'You have written to everybody very often. Please wait an hour.', 'lernwelt-booking' ),
			Refusal::TooManyTries     => __( 'You have booked and cancelled very often within a short time. Please wait ten minutes.', 'lernwelt-booking' ),
			Refusal::NoContact        => __( 'Name or e-mail address is missing. Both come from the login; please ask the support of your school to add them.', 'lernwelt-booking' ),
		};
	}

	/**
	 * Status of the answer to a refused request.
	 *
	 * @param Refusal $refusal Reason.
	 * @return int 404 for what isn't there, 403 for who may not, 429 for too often, 409 for what stands in the way now.
	 */
	public static function status( Refusal $refusal ): int {
		return match ( $refusal ) {
			Refusal::NotFound => 404,
			Refusal::WrongRole, Refusal::WrongSchool, Refusal::NotStartchancen, Refusal::NoColleague => 403,
			Refusal::TooManyMessages, Refusal::TooManyTries => 429,
			default => 409,
		};
	}

	/** When the database refused. */
	public static function fault(): string {
		return __( 'That could not be stored because of a technical fault. Please try again in two minutes.', 'lernwelt-booking' );
	}

	/**
	 * What is wrong with one field of a form.
	 *
	 * @param string                    $reason Reason code of InvalidInput or of a schema.
	 * @param array<string, int|string> $facts  Numbers for the words, e.g. `booked` → 12.
	 */
	public static function field( string $reason, array $facts = [] ): string {
		$booked = (int) ( $facts['booked'] ?? 0 );
		return match ( $reason ) {
			'required'             => __( 'Please fill this in.', 'lernwelt-booking' ),
			'too_long'             => __( 'This text is too long. Please shorten it.', 'lernwelt-booking' ),
			'too_short'            => __( 'This text is too short.', 'lernwelt-booking' ),
			'line_break'           => __( 'This must be one line.', 'lernwelt-booking' ),
			'not_allowed'          => __( 'Please choose one of the given answers.', 'lernwelt-booking' ),
			'date'                 => __( 'Please enter a date with a time, for example 3 December 2026, 14:00.', 'lernwelt-booking' ),
			'no_such_time'         => __( 'This hour does not exist: the clocks are put forward in this night.', 'lernwelt-booking' ),
			'before_start'         => __( 'The end must be later than the start.', 'lernwelt-booking' ),
			'after_start'          => __( 'This must not be later than the start of the date.', 'lernwelt-booking' ),
			'after_close'          => __( 'Bookings must open before they close.', 'lernwelt-booking' ),
			'past'                 => __( 'This moment is in the past.', 'lernwelt-booking' ),
			'out_of_range'         => __( 'This number is too small or too large.', 'lernwelt-booking' ),
			/* translators: %d: number of bookings. */
			'below_booked'         => sprintf( _n( 'There is %d booking already; there cannot be fewer seats than that.', 'There are %d bookings already; there cannot be fewer seats than that.', $booked, 'lernwelt-booking' ), $booked ),
			'uri'                  => __( 'Please check the web address. It begins with https://', 'lernwelt-booking' ),
			'email'                => __( 'Please check the e-mail address. It looks like this: name@example.org', 'lernwelt-booking' ),
			'too_few'              => __( 'There are too few entries.', 'lernwelt-booking' ),
			'too_many'             => __( 'There are too many entries.', 'lernwelt-booking' ),
			'repeated'             => __( 'An entry is there twice.', 'lernwelt-booking' ),
			'unknown'              => __( 'This question does not belong to this date. Please reload the page.', 'lernwelt-booking' ),
			default                => __( 'Please check this entry.', 'lernwelt-booking' ),
		};
	}
}
