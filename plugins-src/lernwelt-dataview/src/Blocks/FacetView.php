<?php
/**
 * A filter, ready to print.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use Closure;
use Lernwelt\Core\Data\Facet;
use Lernwelt\Core\Data\FacetValue;

/** A group of check boxes: some at once, the others behind a disclosure. */
final readonly class FacetView {

	/** Check boxes that stand there at once. */
	private const FIRST = 5;

	/** @var list<OptionView> */
	public array $first;

	/** @var list<OptionView> */
	public array $more;

	/** Whether one of the hidden ones is chosen. */
	public bool $open;

	/** Number of check boxes. */
	public int $all;

	/** Words of the group. */
	public string $label;

	/**
	 * @param string                $id      Id of the group.
	 * @param string                $name    Name of the check boxes, without brackets.
	 * @param Facet                 $facet   The counted filter.
	 * @param Closure(int): string  $counted Words for a number of records.
	 */
	public function __construct( public string $id, public string $name, Facet $facet, Closure $counted ) {
		$options = array_map(
			static fn ( FacetValue $value ): OptionView => new OptionView( Ids::below( $id, $value->value ), $value->value, $value->label, $value->count, $counted( $value->count ), $value->selected ),
			$facet->values
		);

		// One hidden check box alone would take as much room as the words that hide it.
		$visible     = count( $options ) <= self::FIRST + 1 ? count( $options ) : self::FIRST;
		$this->first = array_slice( $options, 0, $visible );
		$this->more  = array_slice( $options, $visible );
		$this->open  = [] !== array_filter( $this->more, static fn ( OptionView $option ): bool => $option->selected );
		$this->all   = count( $options );
		$this->label = $facet->field->label;
	}
}
