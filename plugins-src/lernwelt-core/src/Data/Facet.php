<?php
/**
 * A filter with its counted values.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

/** A field to filter by. */
final readonly class Facet {

	/**
	 * @param Field            $field  Field.
	 * @param list<FacetValue> $values Values that occur within the scope, in the order of the field's choices, and chosen ones.
	 */
	public function __construct( public Field $field, public array $values ) {}
}
