<?php
/**
 * How long a session lasts.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Session;

use InvalidArgumentException;

/** Seconds without a request, and seconds altogether. */
final readonly class SessionLimits {

	/**
	 * @param int $idle     Seconds without a request after which it is over.
	 * @param int $absolute Seconds after which it is over in any case.
	 * @throws InvalidArgumentException For limits that would end a session before it is used, or that contradict each other.
	 */
	public function __construct( public int $idle, public int $absolute ) {
		if ( $idle < 60 || $absolute < $idle ) {
			throw new InvalidArgumentException( "A session can't be idle for $idle of $absolute seconds." );
		}
	}

	/**
	 * What both allow.
	 *
	 * @param self $other Other limits.
	 */
	public function and( self $other ): self {
		$absolute = min( $this->absolute, $other->absolute );
		return new self( min( $this->idle, $other->idle, $absolute ), $absolute );
	}
}
