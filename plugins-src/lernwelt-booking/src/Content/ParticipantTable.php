<?php
/**
 * Participants as a table.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use DateTimeImmutable;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Question;

/** What stands in the files that leave the portal, the headings first. */
final class ParticipantTable {

	/**
	 * Rows.
	 *
	 * @param EventDate     $date     Date.
	 * @param list<Booking> $bookings Its bookings.
	 * @return iterable<list<string>>
	 */
	public static function rows( EventDate $date, array $bookings ): iterable {
		$questions = $date->facts->questions->all;
		yield [ ...self::headings(), ...array_map( static fn ( Question $question ): string => $question->label, $questions ) ];
		foreach ( $bookings as $booking ) {
			$school = $booking->person->school;
			yield [
				null === $booking->anonymised_at ? $booking->number : '',
				$booking->person->name,
				$booking->person->email,
				$school->name,
				$school->number,
				OrganiserWords::school_type( $booking ),
				OrganiserWords::district( $booking ),
				match ( $school->startchancen ) {
					true    => __( 'yes', 'lernwelt-booking' ),
					false   => __( 'no', 'lernwelt-booking' ),
					default => __( 'unknown', 'lernwelt-booking' ),
				},
				OrganiserWords::role( $booking ),
				OrganiserWords::state( $booking ),
				self::moment( $booking->booked_at, $date ),
				null === $booking->cancelled_at ? '' : self::moment( $booking->cancelled_at, $date ),
				OrganiserWords::attended( $booking->attended ),
				$booking->note,
				...array_map( static fn ( Question $question ): string => implode( ', ', (array) ( $booking->answers[ $question->id ] ?? [] ) ), $questions ),
			];
		}
	}

	/**
	 * Name of a file about a date, without its ending.
	 *
	 * @param EventDate $date Date.
	 */
	public static function name( EventDate $date ): string {
		return 'teilnehmende-' . $date->facts->period->first_day() . '-' . $date->id;
	}

	/**
	 * @return list<string>
	 */
	private static function headings(): array {
		return [
			__( 'Booking number', 'lernwelt-booking' ),
			__( 'Name', 'lernwelt-booking' ),
			__( 'E-mail', 'lernwelt-booking' ),
			__( 'School', 'lernwelt-booking' ),
			__( 'School number', 'lernwelt-booking' ),
			__( 'Type of school', 'lernwelt-booking' ),
			__( 'District', 'lernwelt-booking' ),
			__( 'Startchancen school', 'lernwelt-booking' ),
			__( 'Role', 'lernwelt-booking' ),
			__( 'State', 'lernwelt-booking' ),
			__( 'Booked on', 'lernwelt-booking' ),
			__( 'Cancelled on', 'lernwelt-booking' ),
			__( 'Attendance', 'lernwelt-booking' ),
			__( 'Note', 'lernwelt-booking' ),
		];
	}

	private static function moment( DateTimeImmutable $instant, EventDate $date ): string {
		return $instant->setTimezone( $date->facts->period->zone )->format( 'd.m.Y H:i' );
	}
}
