<?php
/**
 * Refused input.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use InvalidArgumentException;

/** Says for each field what is wrong with it, as a code. Nothing was changed. */
final class InvalidInput extends InvalidArgumentException {

	/**
	 * @param non-empty-array<string, string> $errors Field → reason code, e.g. `capacity` → `below_booked`.
	 * @param array<string, int|string>       $facts  Numbers for the words, e.g. `booked` → 12.
	 */
	public function __construct( public readonly array $errors, public readonly array $facts = [] ) {
		parent::__construct( implode( ', ', array_map( static fn ( string $field, string $reason ): string => "$field: $reason", array_keys( $errors ), $errors ) ) );
	}
}
