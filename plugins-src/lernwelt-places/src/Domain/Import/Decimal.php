<?php
/**
 * Signs between whole numbers and fractions.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** Which sign separates the fraction; the other one groups thousands. */
enum Decimal: string {

	/** With both signs in a number the last one separates; a single one always does. */
	case Auto  = 'auto';
	case Comma = ',';
	case Point = '.';
}
