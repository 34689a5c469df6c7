<?php
/**
 * Days without lessons.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Holidays;

/** Why there are no lessons. */
enum HolidayKind: string {

	/** Holidays of the schools. */
	case School = 'school';

	/** A day that is a holiday by law. */
	case Public = 'public';
}
