<?php
/**
 * What statistics know about a school.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** Copied into a booking when it is made: later changes of the register change no past number. */
final readonly class SchoolFacts {

	/**
	 * @param string $number       Number, '' for none.
	 * @param string $name         Name, '' for none.
	 * @param string $type         Type, '' for unknown.
	 * @param string $district     Id of its district, '' for unknown.
	 * @param ?bool  $startchancen Whether it takes part in the programme; null for unknown.
	 */
	public function __construct( public string $number = '', public string $name = '', public string $type = '', public string $district = '', public ?bool $startchancen = null ) {}
}
