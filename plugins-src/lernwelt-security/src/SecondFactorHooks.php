<?php
/**
 * Second factor and passwords of local accounts.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security;

use Lernwelt\Core\Services;

/** Asks local accounts for a second factor, and refuses weak passwords. */
final readonly class SecondFactorHooks {

	/**
	 * @param string   $file     Main file of the plugin.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
	}
}
