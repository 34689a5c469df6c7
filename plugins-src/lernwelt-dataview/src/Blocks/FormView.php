<?php
/**
 * Search and filters, ready to print.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

/** The form beside the results. */
final readonly class FormView {

	/**
	 * @param string                             $action  Where it is sent to; results have an id, so that browsers go there.
	 * @param string                             $name    Name of the search, '' when there is none.
	 * @param string                             $search  Words to look for.
	 * @param list<FacetView>                    $facets  Filters.
	 * @param array<string, string|list<string>> $carried Name → what is sent along.
	 * @param int                                $active  Number of chosen values.
	 */
	public function __construct(
		public string $action,
		public string $name,
		public string $search,
		public array $facets,
		public array $carried,
		public int $active
	) {}

	/** Words of the link that shows the filters on small screens. */
	public function toggle(): string {
		if ( 0 === $this->active ) {
			return __( 'Show filters', 'lernwelt-dataview' );
		}
		/* translators: %s: number of chosen values. */
		return sprintf( _n( 'Show filters (%s chosen)', 'Show filters (%s chosen)', $this->active, 'lernwelt-dataview' ), number_format_i18n( $this->active ) );
	}
}
