<?php
/**
 * Contract of the stored bookings.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use DateTimeImmutable;
use RuntimeException;

/** Bookings of this portal. Every method that writes throws a RuntimeException when the database refuses. */
interface Bookings {

	/**
	 * A booking by the number that people see.
	 *
	 * @param string $number Number.
	 */
	public function find( string $number ): ?Booking;

	/**
	 * The booking that holds a person's seat at a date.
	 *
	 * @param int    $date_id Date.
	 * @param string $person  Key of the person.
	 */
	public function of_person( int $date_id, string $person ): ?Booking;

	/**
	 * Bookings of a date, in the order of names as German dictionaries sort them.
	 *
	 * @param int  $date_id   Date.
	 * @param bool $cancelled Whether cancelled ones are wanted, too.
	 * @return list<Booking>
	 */
	public function of_date( int $date_id, bool $cancelled = false ): array;

	/**
	 * Bookings that an account has or made for colleagues, the newest first.
	 *
	 * @param int $user_id Account.
	 * @param int $limit   Most.
	 * @return list<Booking>
	 */
	public function of_account( int $user_id, int $limit = 200 ): array;

	/**
	 * Adds a booking; takes no seat.
	 *
	 * @param int                                $date_id   Date.
	 * @param string                             $number    New number.
	 * @param Person                             $person    Who comes.
	 * @param int                                $booked_by Account that books, 0 for the person.
	 * @param array<string, string|list<string>> $answers   Answers.
	 * @param string                             $note      Note of the organisers.
	 * @param DateTimeImmutable                  $now       Now.
	 * @return ?Booking Null when this person has a booking there already.
	 * @throws RuntimeException When the database refuses.
	 */
	public function add( int $date_id, string $number, Person $person, int $booked_by, array $answers, string $note, DateTimeImmutable $now ): ?Booking;

	/**
	 * Cancels a booking that holds a seat; gives no seat back.
	 *
	 * @param int               $id  Booking.
	 * @param CancelledBy       $by  Who.
	 * @param DateTimeImmutable $now Now.
	 * @return bool False when it held none any more: exactly one caller gets true.
	 * @throws RuntimeException When the database refuses.
	 */
	public function cancel( int $id, CancelledBy $by, DateTimeImmutable $now ): bool;

	/**
	 * Marks whether somebody came.
	 *
	 * @param int   $id       Booking.
	 * @param ?bool $attended Whether; null takes the mark back.
	 * @throws RuntimeException When the database refuses.
	 */
	public function mark( int $id, ?bool $attended ): void;

	/**
	 * Writes the organisers' note.
	 *
	 * @param int    $id   Booking.
	 * @param string $note Note.
	 * @throws RuntimeException When the database refuses.
	 */
	public function note( int $id, string $note ): void;
}
