<?php
/**
 * Why a content security policy was refused.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain;

use InvalidArgumentException;

/** A directive or source that may not stand in a Content-Security-Policy header. */
final class InvalidPolicy extends InvalidArgumentException {

	public const UNKNOWN_DIRECTIVE = 'unknown_directive';
	public const MALFORMED_SOURCE  = 'malformed_source';

	/**
	 * @param string $reason One of the constants of this class.
	 * @param string $value  The refused directive or source.
	 */
	public function __construct( public readonly string $reason, public readonly string $value ) {
		parent::__construct( $reason . ': ' . $value );
	}
}
