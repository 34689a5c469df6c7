<?php
/**
 * Nobody is logged in at the provider.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

use RuntimeException;

/** The answer to a silent attempt: no error, the person just has to press the button. */
final class NotLoggedIn extends RuntimeException {

	/**
	 * @param string $return_to Path to go back to.
	 */
	public function __construct( public readonly string $return_to ) {
		parent::__construct( 'Nobody is logged in at the provider.' );
	}
}
