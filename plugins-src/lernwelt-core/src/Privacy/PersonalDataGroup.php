<?php
/**
 * Data of one kind.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Privacy;

/** A part of what a person gets to see: all objects of one kind, e.g. their bookings. */
final readonly class PersonalDataGroup {

	/**
	 * @param string                               $id    Lower-case letters, digits, `_` and `-`.
	 * @param string                               $label Heading, translated.
	 * @param array<string, array<string, string>> $items Id of the object, e.g. `booking-17` → translated name of the field → value for people, plain text.
	 */
	public function __construct(
		public string $id,
		public string $label,
		public array $items,
	) {}
}
