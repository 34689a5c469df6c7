<?php
/**
 * How several values of one filter go together.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

/** Different filters always go together with "and"; this is about two values of the same one. */
enum FilterLogic: string {

	/** One of them is enough: Harz or Burgenlandkreis. */
	case Any = 'any';

	/** All are needed: barrier-free and free of charge. */
	case All = 'all';
}
