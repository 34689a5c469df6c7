<?php
/**
 * Somebody took too long.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

use RuntimeException;

/** The attempt may be begun anew, once. */
final class StateExpired extends RuntimeException {

	/**
	 * @param PendingLogin $pending What was remembered.
	 */
	public function __construct( public readonly PendingLogin $pending ) {
		parent::__construct( 'This login took too long.' );
	}
}
