<?php
/**
 * Where personal data are.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Privacy;

use Lernwelt\Core\Retention\Journal;

/** Exports and erases what a plugin knows about one person on the current portal. */
interface PersonalDataSource {

	/** Name in journal and requests: lower-case letters, digits, `_` and `-`, up to 40, e.g. `bookings`. */
	public function id(): string;

	/** Name for people, translated. */
	public function label(): string;

	/**
	 * Everything about a person.
	 *
	 * @param Subject $who Person.
	 * @return list<PersonalDataGroup> Empty when there is nothing.
	 */
	public function export( Subject $who ): array;

	/**
	 * Erases or anonymises what may go. Runs inside one transaction with its lines of the journal; running it again
	 * finds nothing more to do.
	 *
	 * @param Subject $who     Person.
	 * @param Journal $journal Takes a line for each object.
	 */
	public function erase( Subject $who, Journal $journal ): ErasureOutcome;
}
