<?php
/**
 * A change that can't be made.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

use RuntimeException;

/** Changes that were refused; nothing was changed. */
final class ChangeRefused extends RuntimeException {

	/**
	 * @param array<string, string> $reasons `role/capability` → reason code.
	 */
	public function __construct( public readonly array $reasons ) {
		parent::__construct( 'Changes of the role matrix were refused: ' . implode( ', ', array_unique( $reasons ) ) . '.' );
	}
}
