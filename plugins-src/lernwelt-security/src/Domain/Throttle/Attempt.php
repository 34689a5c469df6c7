<?php
/**
 * A try that is taken.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Throttle;

/** A try counts as wrong from the moment it is taken, so that many at once get no more than one after the other. */
final readonly class Attempt {

	/**
	 * @param Subject    $subject Whose try it is.
	 * @param list<Slot> $slots   Which of the allowed wrong tries it holds.
	 * @param string     $owner   Random name of this try.
	 */
	public function __construct( public Subject $subject, public array $slots, public string $owner ) {}
}
