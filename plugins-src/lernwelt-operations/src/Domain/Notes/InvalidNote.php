<?php
/**
 * A note that says nothing.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Domain\Notes;

use InvalidArgumentException;

/** What a tool noted can't be right; nothing was kept. */
final class InvalidNote extends InvalidArgumentException {

	/**
	 * @param string $field  Field that is wrong; '' when the whole is no object in JSON.
	 * @param string $reason Code: json, required, unknown, type, time, future, out_of_range, pattern.
	 */
	public function __construct(
		public readonly string $field,
		public readonly string $reason,
	) {
		parent::__construct( "The note is invalid: $field ($reason)." );
	}
}
