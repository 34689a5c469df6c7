<?php
/**
 * The rule about hosts on this portal.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use Lernwelt\Places\Domain\Import\HostPolicy;

/** Makes the policy from the allowed hosts and from where this runs. */
final class Hosts {

	/** Constant that lets tests ask a server on this machine; it counts in the local environment only. */
	public const LOOPBACK = 'LERNWELT_IMPORT_ALLOW_LOOPBACK';

	/**
	 * @param list<string> $allowed Names of hosts.
	 */
	public static function policy( array $allowed ): HostPolicy {
		return new HostPolicy( $allowed, 'local' === wp_get_environment_type() && defined( self::LOOPBACK ) && true === constant( self::LOOPBACK ) );
	}
}
