<?php
/**
 * How one field of a place is filled.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** Names of fields of the source, or a constant, and the steps on the way. */
final readonly class FieldRule {

	/**
	 * @param list<string>    $from       Fields of the source; dots lead into nested ones. Empty for a constant.
	 * @param list<Transform> $transforms Steps, in their order.
	 * @param string          $value      The constant when there is no source.
	 */
	public function __construct( public array $from, public array $transforms = [], public string $value = '' ) {}
}
