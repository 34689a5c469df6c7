<?php
/**
 * Whose state a check tells.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Health;

/** Whether a check says the same on every portal. */
enum HealthScope: string {

	/** Each portal has its own answer. */
	case Portal = 'portal';

	/** One answer for all; asked on the main portal when all portals are looked at. */
	case Network = 'network';
}
