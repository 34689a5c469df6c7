<?php
/**
 * Our clients.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Protocol;

use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Sso\Domain\Protocol\InvalidConfiguration;

/** One client for the network, or one for each portal. */
interface Configurations {

	/**
	 * The client of the current portal.
	 *
	 * @throws InvalidConfiguration When there is none that could work.
	 */
	public function current(): Configuration;

	/**
	 * All clients of the network, each once; those that can't work are left out.
	 *
	 * @return list<Configuration>
	 */
	public function all(): array;
}
