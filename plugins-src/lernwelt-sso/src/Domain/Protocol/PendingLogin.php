<?php
/**
 * A login that is under way.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

/** What is remembered while somebody is at the provider. */
final readonly class PendingLogin {

	/**
	 * @param string $return_to Path to go back to.
	 * @param bool   $silent    Whether the provider may show nothing.
	 * @param bool   $restarted Whether it follows an attempt that took too long.
	 */
	public function __construct( public string $return_to, public bool $silent = false, public bool $restarted = false ) {}
}
