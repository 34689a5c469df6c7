<?php
/**
 * A refused holiday.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Holidays;

use InvalidArgumentException;

/** Says why; a message for developers, people get theirs by the code. */
final class InvalidHoliday extends InvalidArgumentException {

	/**
	 * @param HolidayProblem $problem What is wrong.
	 */
	public function __construct( public readonly HolidayProblem $problem ) {
		parent::__construct( "This is no holiday: {$problem->value}." );
	}
}
