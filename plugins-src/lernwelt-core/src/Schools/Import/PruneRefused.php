<?php
/**
 * A refused clean-up.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Schools\Import;

use RuntimeException;

/** Schools were to be taken out that are missing in a file with wrong lines. */
final class PruneRefused extends RuntimeException {

	/**
	 * @param list<RowProblem> $problems Wrong lines.
	 */
	public function __construct( public readonly array $problems ) {
		parent::__construct( 'Nothing is taken out while lines of the file are wrong.' );
	}
}
