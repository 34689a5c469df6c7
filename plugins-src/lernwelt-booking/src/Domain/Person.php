<?php
/**
 * Somebody who books.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** Only work contact data. */
final readonly class Person {

	/**
	 * @param string       $key     Unique key, the same for the same person: `u` and the number of the account, or `e` and a keyed hash of the e-mail address of somebody without one.
	 * @param int          $user_id Account, 0 for none.
	 * @param string       $name    Name.
	 * @param string       $email   E-mail address at work.
	 * @param list<string> $roles   Slugs of their roles on this portal.
	 * @param SchoolFacts  $school  Their school.
	 */
	public function __construct( public string $key, public int $user_id, public string $name, public string $email, public array $roles, public SchoolFacts $school ) {}
}
