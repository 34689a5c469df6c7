<?php
/**
 * A refused school.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Schools;

use InvalidArgumentException;

/** Says why; a message for developers, people get theirs by the code. */
final class InvalidSchool extends InvalidArgumentException {

	/**
	 * @param SchoolProblem $problem What is wrong.
	 */
	public function __construct( public readonly SchoolProblem $problem ) {
		parent::__construct( "This is no school: {$problem->value}." );
	}
}
