<?php
/**
 * A search for data, ready to print.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

/** A form that leads to the page with the data view. */
final readonly class SearchView {

	/**
	 * @param string                    $label        Name of the form; '' when there is nothing to search.
	 * @param string                    $hint         What an editor should do when there is nothing to search.
	 * @param string                    $id           Beginning of the ids.
	 * @param string                    $action       Path of the page with the results.
	 * @param string                    $search       Name of the search.
	 * @param string                    $filter       Name of the filter, '' for none.
	 * @param string                    $filter_label Label of the filter.
	 * @param string                    $everything   First choice of the filter.
	 * @param array<array-key, string>  $options      Value → label.
	 */
	public function __construct(
		public string $label,
		public string $hint = '',
		public string $id = '',
		public string $action = '/',
		public string $search = '',
		public string $filter = '',
		public string $filter_label = '',
		public string $everything = '',
		public array $options = [],
	) {}
}
