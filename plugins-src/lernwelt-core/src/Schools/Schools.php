<?php
/**
 * The school register.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Schools;

use RuntimeException;

/** Reads the network's list of schools. A school that isn't in it is "unbekannt", never an error. */
interface Schools {

	/**
	 * One school.
	 *
	 * @param string $number Number as a login or a person gives it.
	 * @return ?School Null when the register doesn't have it.
	 * @throws RuntimeException When the database refuses: bookings would keep "unbekannt" for good.
	 */
	public function find( string $number ): ?School;

	/**
	 * All schools in the order of their numbers.
	 *
	 * @return list<School>
	 * @throws RuntimeException When the database refuses.
	 */
	public function all(): array;

	/**
	 * How many there are; 0 while nobody has imported a register.
	 *
	 * @throws RuntimeException When the database refuses.
	 */
	public function count(): int;
}
