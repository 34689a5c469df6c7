<?php
/**
 * Sessions and their cookies.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso;

use Lernwelt\Core\Services;

/** Builds the session store and hooks up cookies, limits, pupils and the screen of sessions. */
final readonly class SessionHooks {

	/**
	 * @param Services $services Shared services.
	 */
	public function __construct( private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
	}
}
