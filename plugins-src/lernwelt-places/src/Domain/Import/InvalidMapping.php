<?php
/**
 * Thrown when a mapping can't be used.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

use DomainException;

/** Says everything that is wrong with it at once. */
final class InvalidMapping extends DomainException {

	/**
	 * @param array<array-key, string> $problems Path in the mapping (`fields.title.from`) → reason code as in schemas: `required`,
	 *                                        `unknown`, `type`, `not_allowed`, `pattern`, `too_long`, `too_many`, `out_of_range`, `invalid`.
	 */
	public function __construct( public readonly array $problems ) {
		$words = array_map( static fn ( int|string $path, string $reason ): string => "$path: $reason", array_keys( $problems ), $problems );
		parent::__construct( 'The mapping can’t be used. ' . implode( ', ', $words ) );
	}
}
