<?php
/**
 * Contract of forgetting.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use DateTimeImmutable;
use RuntimeException;

/** Bookings as personal data of this portal. Every method that writes throws a RuntimeException when the database refuses. */
interface PersonalBookings {

	/**
	 * How many bookings of dates that ended before a moment still name somebody; a date that is gone ended.
	 *
	 * @param DateTimeImmutable $ended Moment.
	 */
	public function count_past( DateTimeImmutable $ended ): int;

	/**
	 * Some of them.
	 *
	 * @param DateTimeImmutable $ended Moment.
	 * @param int               $limit Most.
	 * @return list<int> Ids.
	 */
	public function past( DateTimeImmutable $ended, int $limit ): array;

	/** How many bookings name a deleted account, as the person who comes or the one who booked. */
	public function count_of_deleted_accounts(): int;

	/**
	 * Bookings whose account was deleted, and that still name somebody.
	 *
	 * @param int $limit Most.
	 * @return list<Booking>
	 */
	public function of_deleted_accounts( int $limit ): array;

	/**
	 * Bookings that name a person.
	 *
	 * @param string $email   Address in lower case.
	 * @param int    $user_id Account, 0 for none.
	 * @return list<Booking>
	 */
	public function of_person( string $email, int $user_id ): array;

	/**
	 * Takes everything out of bookings that leads to a person; what statistics count stays.
	 *
	 * @param list<int>         $ids Bookings.
	 * @param DateTimeImmutable $now Now.
	 * @throws RuntimeException When the database refuses.
	 */
	public function anonymise( array $ids, DateTimeImmutable $now ): void;

	/**
	 * Those of some bookings that still name a person.
	 *
	 * @param list<int> $ids Bookings.
	 * @return list<Booking>
	 */
	public function still_named( array $ids ): array;

	/**
	 * Takes out of bookings who made them.
	 *
	 * @param list<int> $ids Bookings.
	 * @throws RuntimeException When the database refuses.
	 */
	public function forget_bookers_of( array $ids ): void;

	/**
	 * Bookings that an account made for others.
	 *
	 * @param int $user_id Account.
	 * @return list<Booking>
	 */
	public function booked_by( int $user_id ): array;

	/**
	 * Takes out which deleted accounts booked for others.
	 *
	 * @param int $limit Most.
	 * @return list<int> Bookings that named one.
	 * @throws RuntimeException When the database refuses.
	 */
	public function forget_deleted_bookers( int $limit ): array;

	/**
	 * Takes out that an account booked for others.
	 *
	 * @param int $user_id Account.
	 * @return list<int> Bookings that named it.
	 * @throws RuntimeException When the database refuses.
	 */
	public function forget_booker( int $user_id ): array;
}
