<?php
/**
 * Reasons to refuse a school.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Schools;

/** What can be wrong with a line of the school register; the value is the code for reports. */
enum SchoolProblem: string {

	case NumberMissing       = 'number_missing';
	case NumberInvalid       = 'number_invalid';
	case NumberTwice         = 'number_twice';
	case NameMissing         = 'name_missing';
	case NameInvalid         = 'name_invalid';
	case TypeMissing         = 'type_missing';
	case TypeUnknown         = 'type_unknown';
	case DistrictUnknown     = 'district_unknown';
	case StartchancenUnknown = 'startchancen_unknown';
	case CellsMissing        = 'cells_missing';
}
