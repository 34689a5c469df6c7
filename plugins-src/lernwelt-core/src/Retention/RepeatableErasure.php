<?php
/**
 * Erasing once more.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Retention;

/**
 * Does again, on the current portal, what the journal says was done. A source of personal data (PersonalDataSource) that
 * writes lines into the journal is one of these as well: after a restore its objects are back.
 */
interface RepeatableErasure {

	/** Source of the lines: what the journal was given. */
	public function id(): string;

	/**
	 * Erases or anonymises objects again, within an open transaction. An object that isn't there, or has nothing left, is
	 * no failure.
	 *
	 * @param list<string> $objects Kind and number, as written into the journal.
	 * @param Journal      $journal Takes a line for each that had to be done.
	 */
	public function erase_again( array $objects, Journal $journal ): void;
}
