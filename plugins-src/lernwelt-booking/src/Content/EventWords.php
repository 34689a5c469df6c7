<?php
/**
 * Words for what is wrong with an event or a date.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\DateFacts;

/** Says it for editors: what {@see RefusalWords} says to everybody, more precisely where the field is known. */
final class EventWords {

	/**
	 * One sentence about one field of a date or a series.
	 *
	 * @param string                    $field  Name of the field.
	 * @param string                    $reason Reason code.
	 * @param array<string, int|string> $facts  Numbers for the words.
	 */
	public static function of_date( string $field, string $reason, array $facts = [] ): string {
		return match ( "$field $reason" ) {
			'start in_the_past'        => __( 'This start is in the past. Please choose a later one.', 'lernwelt-booking' ),
			'end too_long'             => __( 'A date can last 31 days at most.', 'lernwelt-booking' ),
			'place required'           => __( 'Please say where it takes place, or enter the link of the video conference.', 'lernwelt-booking' ),
			/* translators: %s: number of seats. */
			'capacity out_of_range'    => sprintf( __( 'Please enter a number from 1 to %s.', 'lernwelt-booking' ), number_format_i18n( DateFacts::MOST_SEATS ) ),
			'minimum out_of_range'     => __( 'Please enter a number from 0 to the number of seats.', 'lernwelt-booking' ),
			'roles invalid'            => __( 'Please choose at most 20 of the roles offered.', 'lernwelt-booking' ),
			'schools invalid'          => __( 'One of these is no school number. It consists of digits, letters, dots, slashes and hyphens.', 'lernwelt-booking' ),
			'schools too_many'         => __( 'At most 200 schools can be listed.', 'lernwelt-booking' ),
			'questions too_many'       => __( 'At most 10 questions can be asked.', 'lernwelt-booking' ),
			'until date'               => __( 'Please enter the last day of the series.', 'lernwelt-booking' ),
			'until before_start'       => __( 'The series must not end before the first date.', 'lernwelt-booking' ),
			'until too_long'           => __( 'A series can last two years at most.', 'lernwelt-booking' ),
			/* translators: %d: number of dates. */
			'until too_many'           => sprintf( __( 'This would be more than %d dates. Please let the series end earlier.', 'lernwelt-booking' ), (int) ( $facts['most'] ?? 0 ) ),
			'until no_day'             => __( 'No day is left: all are holidays or exceptions.', 'lernwelt-booking' ),
			'weekdays not_allowed'     => __( 'Weekdays cannot be chosen for a monthly series: it follows the weekday of the first date.', 'lernwelt-booking' ),
			'except date'              => __( 'One of the exceptions is not a day.', 'lernwelt-booking' ),
			default                    => 1 === preg_match( '/^questions\.\d+\.choices$/D', $field ) ? self::of_choices( $reason ) : RefusalWords::field( $reason, $facts ),
		};
	}

	/**
	 * One sentence about one field of an event, with its name: they stand together in one message.
	 *
	 * @param string $field  Name of the field, `materials.0.title` for a part.
	 * @param string $reason Reason code.
	 */
	public static function of_event( string $field, string $reason ): string {
		$what = match ( "$field $reason" ) {
			'contact_phone phone' => __( 'Please enter a telephone number.', 'lernwelt-booking' ),
			'materials too_many'  => __( 'At most 20 materials can be listed.', 'lernwelt-booking' ),
			default => str_ends_with( $field, '.url' ) && 'uri' === $reason ? __( 'Please check the web address. It begins with https://, or with / for a file of this portal.', 'lernwelt-booking' ) : RefusalWords::field( $reason ),
		};
		return self::label( $field ) . ': ' . $what;
	}

	private static function of_choices( string $reason ): string {
		return match ( $reason ) {
			'too_few'  => __( 'Please enter at least two answers, one per line.', 'lernwelt-booking' ),
			'too_many' => __( 'At most 20 answers can be offered.', 'lernwelt-booking' ),
			'invalid'  => __( 'An answer can have 100 characters at most.', 'lernwelt-booking' ),
			default    => RefusalWords::field( $reason ),
		};
	}

	private static function label( string $field ): string {
		if ( 1 === preg_match( '/^materials\.(\d+)\./', $field, $found ) ) {
			/* translators: %d: number of the material in the list. */
			return sprintf( __( 'Material %d', 'lernwelt-booking' ), (int) $found[1] + 1 );
		}
		return match ( $field ) {
			'title'         => __( 'Title of the event', 'lernwelt-booking' ),
			'summary'       => __( 'In one sentence', 'lernwelt-booking' ),
			'format'        => __( 'On site or online', 'lernwelt-booking' ),
			'contact_name'  => __( 'Contact person', 'lernwelt-booking' ),
			'contact_email' => __( 'E-mail of the contact', 'lernwelt-booking' ),
			'contact_phone' => __( 'Telephone of the contact', 'lernwelt-booking' ),
			'materials'     => __( 'Materials', 'lernwelt-booking' ),
			default         => $field,
		};
	}
}
