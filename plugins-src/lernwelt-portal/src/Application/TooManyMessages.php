<?php
/**
 * Thrown when a limit is reached.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Application;

use DomainException;

final class TooManyMessages extends DomainException {
	/** For a Retry-After header; the windows lie on a fixed grid, so this is the longest wait. */
	public const SECONDS = 600;
}
