<?php
/**
 * Thrown when the text stops being JSON.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use RuntimeException;

/** The place where the structure can't be followed any further. */
final class BrokenJson extends RuntimeException {

	/**
	 * @param string $raw What stands there, '' when the file ends between two records.
	 */
	public function __construct( public readonly string $raw ) {
		parent::__construct( 'The JSON is broken or ends in the middle.' );
	}
}
