<?php
/**
 * Thrown when something can't be a place.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain;

use DomainException;

/** Names every refused field. */
final class InvalidPlace extends DomainException {

	/**
	 * @param non-empty-array<string, PlaceProblem> $problems Field → what is wrong.
	 */
	public function __construct( public readonly array $problems ) {
		parent::__construct( 'Refused fields: ' . implode( ', ', array_map( static fn ( string $field, PlaceProblem $problem ): string => "$field ({$problem->value})", array_keys( $problems ), $problems ) ) );
	}
}
