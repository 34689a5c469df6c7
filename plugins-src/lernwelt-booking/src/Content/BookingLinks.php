<?php
/**
 * Links of a booking.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Core\Pseudonyms;

/** Addresses that work without a login for whoever got the mail: a keyed hash of the number stands in them, nothing is stored. */
final readonly class BookingLinks {

	/** First part of the address of one booking. */
	public const ONE = 'buchung';

	/** Page with one's own bookings. */
	public const MINE = 'meine-buchungen';

	private const LENGTH = 32;

	/**
	 * @param Pseudonyms $pseudonyms Makes keys.
	 */
	public function __construct( private Pseudonyms $pseudonyms ) {}

	/**
	 * Page that shows a booking and cancels it.
	 *
	 * @param Booking $booking Booking.
	 */
	public function page( Booking $booking ): string {
		return home_url( '/' . self::ONE . "/$booking->number/?key=" . $this->key( $booking->number ) );
	}

	/**
	 * The calendar file of a booking.
	 *
	 * @param Booking $booking Booking.
	 */
	public function calendar( Booking $booking ): string {
		return home_url( '/' . self::ONE . "/$booking->number/kalender.ics?key=" . $this->key( $booking->number ) );
	}

	/** Page with one's own bookings. */
	public static function mine(): string {
		return home_url( '/' . self::MINE . '/' );
	}

	/**
	 * Whether a key opens a booking. An anonymised one is nobody's any more.
	 *
	 * @param Booking $booking Booking.
	 * @param string  $key     Key of the link.
	 */
	public function opens( Booking $booking, string $key ): bool {
		return null === $booking->anonymised_at && hash_equals( $this->key( $booking->number ), $key );
	}

	private function key( string $number ): string {
		return substr( $this->pseudonyms->of( 'booking-link', $number ), 0, self::LENGTH );
	}
}
