<?php
/**
 * A configuration that cannot work.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

use RuntimeException;

/** The reason is a code: `not_configured`, or the setting that is wrong, e.g. `issuer`. */
final class InvalidConfiguration extends RuntimeException {

	/** Nobody has configured a provider. */
	public const MISSING = 'not_configured';

	/**
	 * @param string $reason Code.
	 */
	public function __construct( public readonly string $reason ) {
		parent::__construct( 'The single sign-on is not configured rightly: ' . $reason );
	}
}
