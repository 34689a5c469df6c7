<?php
/**
 * Makes charts.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use Closure;
use Lernwelt\Core\Data\Facet;
use Lernwelt\Core\Data\FacetValue;

/** Turns the counted values of a filter into bars. */
final readonly class Chart {

	/**
	 * @param string                      $id     Id of the view it stands in.
	 * @param string                      $source Translated name of what is counted: "Places".
	 * @param bool                        $gaps   Whether values without records matter, as months do.
	 * @param Closure(FacetValue): string $url    Address of the records of a value, '' for none.
	 */
	public function __construct( private string $id, private string $source, private bool $gaps, private Closure $url ) {}

	/**
	 * The chart.
	 *
	 * @param Facet $facet Counted filter.
	 * @param int   $total Records that were counted.
	 */
	public function view( Facet $facet, int $total ): ChartView {
		$id     = $this->id . '-chart';
		$values = $this->values( $facet );
		$counts = array_map( static fn ( FacetValue $value ): int => $value->count, $values );
		$most   = max( [ 1, ...$counts ] );
		return new ChartView(
			$id,
			/* translators: 1: what is counted, e.g. "Places", 2: name of a filter, e.g. "region". */
			sprintf( __( '%1$s by %2$s', 'lernwelt-dataview' ), $this->source, $facet->field->label ),
			$facet->field->label,
			array_map( fn ( FacetValue $value ): BarView => new BarView( Ids::below( $id, $value->value ), $value->label, $value->count, round( 100 * $value->count / $most, 2 ), ( $this->url )( $value ) ), $values ),
			match ( true ) {
				[] === $values                => __( 'None of the entries says anything about this.', 'lernwelt-dataview' ),
				array_sum( $counts ) > $total => __( 'Some entries have several of these values and are counted with each.', 'lernwelt-dataview' ),
				default                       => '',
			}
		);
	}

	/**
	 * Chosen values only, when some are chosen: a chart shows what was found.
	 *
	 * @return list<FacetValue>
	 */
	private function values( Facet $facet ): array {
		$chosen = array_filter( $facet->values, static fn ( FacetValue $value ): bool => $value->selected );
		$values = array_values( [] === $chosen ? $facet->values : $chosen );
		if ( ! $this->gaps ) {
			return array_values( array_filter( $values, static fn ( FacetValue $value ): bool => 0 < $value->count ) );
		}
		$found = array_keys( array_filter( $values, static fn ( FacetValue $value ): bool => 0 < $value->count ) );
		return [] === $found ? [] : array_slice( $values, min( $found ), max( $found ) - min( $found ) + 1 );
	}
}
