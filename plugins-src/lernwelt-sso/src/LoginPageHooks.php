<?php
/**
 * The login page and its button.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso;

use Lernwelt\Core\Services;

/** Hooks up the login page, the button of the service bar, and what keeps half-filled forms. */
final readonly class LoginPageHooks {

	/**
	 * @param string   $file     Main file of the plugin.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
	}
}
