<?php
/**
 * Thrown when an input as a whole can't be read.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

use RuntimeException;

/** No record of the input can be had; nothing may be concluded from that. */
final class UnreadableInput extends RuntimeException {

	/**
	 * @param InputProblem $problem Why.
	 * @param string       $detail  What it is about, e.g. the path; never a password.
	 */
	public function __construct( public readonly InputProblem $problem, public readonly string $detail = '' ) {
		parent::__construct( '' === $detail ? $problem->value : "{$problem->value}: $detail" );
	}
}
