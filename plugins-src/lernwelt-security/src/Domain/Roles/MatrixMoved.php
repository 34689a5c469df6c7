<?php
/**
 * Somebody was faster.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

use RuntimeException;

/** The matrix was changed since it was read; nothing was changed. */
final class MatrixMoved extends RuntimeException {

	/** One sentence. */
	public function __construct() {
		parent::__construct( 'The role matrix was changed in the meantime.' );
	}
}
