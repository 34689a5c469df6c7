<?php
/**
 * Reasons to refuse a holiday.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Holidays;

/** What can be wrong with an entry of the list. */
enum HolidayProblem: string {

	case NameMissing  = 'name_missing';
	case NameInvalid  = 'name_invalid';
	case FirstInvalid = 'first_invalid';
	case LastInvalid  = 'last_invalid';
	case LastTooEarly = 'last_too_early';
	case TooLong      = 'too_long';
	case Overlaps     = 'overlaps';
}
