<?php
/**
 * Dates and bookings as lines.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Cli;

use Lernwelt\Booking\Content\OrganiserWords;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Events;

/** For tables on the command line and the file it writes. */
final readonly class CliRows {

	/** Columns of a list of dates. */
	public const DATE = [ 'id', 'event', 'title', 'starts', 'ends', 'state', 'capacity', 'booked', 'place' ];

	/** Columns of a list of bookings. */
	public const BOOKING = [ 'number', 'state', 'name', 'email', 'school_number', 'school', 'booked_at', 'cancelled_at', 'attended' ];

	/**
	 * @param Events $events Events.
	 */
	public function __construct( private Events $events ) {}

	/**
	 * A date, its times on the clocks of its place.
	 *
	 * @param EventDate $date Date.
	 * @return array<string, string|int>
	 */
	public function date( EventDate $date ): array {
		return [
			'id'       => $date->id,
			'event'    => $date->event_id,
			'title'    => $this->events->find( $date->event_id )->title ?? '',
			'starts'   => $date->facts->period->local_start()->format( 'Y-m-d H:i' ),
			'ends'     => $date->facts->period->local_end()->format( 'Y-m-d H:i' ),
			'state'    => $date->state->value,
			'capacity' => $date->facts->capacity,
			'booked'   => $date->booked,
			'place'    => $date->facts->place,
		];
	}

	/**
	 * A booking, its times in UTC.
	 *
	 * @param Booking $booking Booking.
	 * @return array<string, string>
	 */
	public function booking( Booking $booking ): array {
		return [
			'number'        => $booking->number,
			'state'         => $booking->state->value,
			'name'          => $booking->person->name,
			'email'         => $booking->person->email,
			'school_number' => $booking->person->school->number,
			'school'        => $booking->person->school->name,
			'booked_at'     => $booking->booked_at->format( 'Y-m-d H:i:s' ),
			'cancelled_at'  => $booking->cancelled_at?->format( 'Y-m-d H:i:s' ) ?? '',
			'attended'      => match ( $booking->attended ) {
				null  => '',
				true  => 'yes',
				false => 'no',
			},
		];
	}

	/**
	 * A file about everybody who booked a date, with what they answered.
	 *
	 * @param EventDate     $date     Date.
	 * @param list<Booking> $bookings Bookings.
	 * @return list<list<string>> Rows, the headings first.
	 */
	public function file( EventDate $date, array $bookings ): array {
		$questions = $date->facts->questions->all;
		$rows      = [ [ ...self::headings(), ...array_map( static fn ( object $question ): string => $question->label, $questions ), __( 'Note of the organisers', 'lernwelt-booking' ) ] ];
		foreach ( $bookings as $booking ) {
			$words  = [
				'state'    => OrganiserWords::state( $booking ),
				'attended' => OrganiserWords::attended( $booking->attended ),
			];
			$rows[] = [ ...array_values( array_merge( $this->booking( $booking ), $words ) ), ...array_map( static fn ( object $question ): string => implode( ', ', (array) ( $booking->answers[ $question->id ] ?? [] ) ), $questions ), $booking->note ];
		}
		return $rows;
	}

	/** @return list<string> */
	private static function headings(): array {
		return [
			__( 'Booking number', 'lernwelt-booking' ),
			__( 'State', 'lernwelt-booking' ),
			__( 'Name', 'lernwelt-booking' ),
			__( 'E-mail', 'lernwelt-booking' ),
			__( 'School number', 'lernwelt-booking' ),
			__( 'School', 'lernwelt-booking' ),
			__( 'Booked at (UTC)', 'lernwelt-booking' ),
			__( 'Cancelled at (UTC)', 'lernwelt-booking' ),
			__( 'Attendance', 'lernwelt-booking' ),
		];
	}
}
