<?php
/**
 * Endpoints of the protocol.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso;

use Lernwelt\Core\Services;
use Lernwelt\Sso\Application\LoginReceiver;
use Lernwelt\Sso\Application\Sessions;

/** Builds the OpenID Connect client and hooks up its endpoints. */
final readonly class ProtocolHooks {

	/**
	 * @param Services      $services Shared services.
	 * @param Sessions      $sessions Sessions.
	 * @param LoginReceiver $receiver Who takes a verified login.
	 */
	public function __construct( private Services $services, private Sessions $sessions, private LoginReceiver $receiver ) {}

	/** Hooks everything up. */
	public function register(): void {
	}
}
