<?php
/**
 * Portals and files that guests may not see.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security;

use Lernwelt\Core\Services;

/** Closes the portal that has no public pages, and guards uploaded files. */
final readonly class GateHooks {

	/**
	 * @param string   $file     Main file of the plugin.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
	}
}
