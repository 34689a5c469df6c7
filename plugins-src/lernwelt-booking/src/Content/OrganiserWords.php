<?php
/**
 * Words for organisers.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Core\Schools\SchoolType;

/** Sentences about what they typed, and names of what they read. */
final class OrganiserWords {

	/**
	 * What is wrong with a field.
	 *
	 * @param string                    $field  Field.
	 * @param string                    $reason Reason code.
	 * @param array<string, int|string> $facts  Numbers for the words.
	 */
	public static function field( string $field, string $reason, array $facts = [] ): string {
		return match ( "$field/$reason" ) {
			'date/full'             => __( 'All seats of this date are taken. Raise the number of seats at the event first.', 'lernwelt-booking' ),
			'school_number/invalid' => __( 'Please check the school number: digits and letters, at most 40.', 'lernwelt-booking' ),
			default                 => RefusalWords::field( $reason, $facts ),
		};
	}

	/**
	 * The state of a booking.
	 *
	 * @param Booking $booking Booking.
	 */
	public static function state( Booking $booking ): string {
		return match ( true ) {
			BookingState::Booked === $booking->state           => __( 'booked', 'lernwelt-booking' ),
			CancelledBy::Organiser === $booking->cancelled_by => __( 'cancelled by the organisers', 'lernwelt-booking' ),
			CancelledBy::Date === $booking->cancelled_by      => __( 'date called off', 'lernwelt-booking' ),
			default                                            => __( 'cancelled', 'lernwelt-booking' ),
		};
	}

	/**
	 * Whether somebody came.
	 *
	 * @param ?bool $attended Mark.
	 */
	public static function attended( ?bool $attended ): string {
		return match ( $attended ) {
			true    => __( 'was there', 'lernwelt-booking' ),
			false   => __( 'was not there', 'lernwelt-booking' ),
			default => '',
		};
	}

	/**
	 * The role that somebody booked with.
	 *
	 * @param Booking $booking Booking.
	 */
	public static function role( Booking $booking ): string {
		$slug = $booking->person->roles[0] ?? '';
		return '' === $slug ? '' : translate_user_role( wp_roles()->role_names[ $slug ] ?? $slug );
	}

	/**
	 * Type of the school, '' for unknown.
	 *
	 * @param Booking $booking Booking.
	 */
	public static function school_type( Booking $booking ): string {
		return SchoolType::tryFrom( $booking->person->school->type )?->label() ?? '';
	}

	/**
	 * District of the school, '' for unknown.
	 *
	 * @param Booking $booking Booking.
	 */
	public static function district( Booking $booking ): string {
		return Districts::shipped()->get( $booking->person->school->district )->name ?? '';
	}

	/**
	 * Filter `lernwelt_audit_words`: what this plugin writes into the log.
	 *
	 * @param array<string, string> $words Code → words.
	 * @param string                $kind  What the codes are.
	 * @return array<string, string>
	 */
	public static function audit( array $words, string $kind ): array {
		return $words + match ( $kind ) {
			'areas'   => [
				'booking'    => __( 'Bookings', 'lernwelt-booking' ),
				'event-date' => __( 'Dates of events', 'lernwelt-booking' ),
			],
			'events'  => [
				'booking/booked'            => __( 'Date booked', 'lernwelt-booking' ),
				'booking/registered'        => __( 'Somebody registered by hand', 'lernwelt-booking' ),
				'booking/cancelled'         => __( 'Booking cancelled', 'lernwelt-booking' ),
				'booking/noted'             => __( 'Note about a booking changed', 'lernwelt-booking' ),
				'booking/attendance-marked' => __( 'Attendance marked', 'lernwelt-booking' ),
				'booking/written-to'        => __( 'Message sent to everybody who booked', 'lernwelt-booking' ),
				'event-date/changed'        => __( 'Date changed', 'lernwelt-booking' ),
				'event-date/cancelled'      => __( 'Date called off', 'lernwelt-booking' ),
			],
			'reasons' => [
				'person'    => __( 'by the person', 'lernwelt-booking' ),
				'organiser' => __( 'by the organisers', 'lernwelt-booking' ),
				'date'      => __( 'because the date was called off', 'lernwelt-booking' ),
			],
			'objects' => [
				'booking' => __( 'Booking', 'lernwelt-booking' ),
				'date'    => __( 'Date', 'lernwelt-booking' ),
			],
			'details' => [
				'date'     => __( 'date', 'lernwelt-booking' ),
				'bookings' => __( 'bookings', 'lernwelt-booking' ),
			],
			'values'  => [
				'via/print' => __( 'print page', 'lernwelt-booking' ),
				'via/cli'   => __( 'command line', 'lernwelt-booking' ),
			],
			default   => [],
		};
	}
}
