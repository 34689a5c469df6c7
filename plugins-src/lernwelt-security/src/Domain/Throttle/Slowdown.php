<?php
/**
 * Slowing down.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Throttle;

/** How long all networks that an account doesn't know have to wait, together, after a try of one of them. */
final class Slowdown {

	/** Longest wait, seconds. */
	public const LONGEST = 900;

	/** Wrong tries from any network that slow nobody down. */
	private const FREE = 10;

	/** First wait, seconds; each further wrong try doubles it. */
	private const FIRST = 10;

	/**
	 * The wait.
	 *
	 * @param int $failures Wrong tries on the account in 24 hours, from all networks.
	 * @return int Seconds, 0 to 900.
	 */
	public static function delay( int $failures ): int {
		if ( $failures < self::FREE ) {
			return 0;
		}
		// Beyond 7 doublings the longest wait is reached; a larger shift would overflow one day.
		return min( self::LONGEST, self::FIRST << min( 7, $failures - self::FREE ) );
	}
}
