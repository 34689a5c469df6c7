<?php
/**
 * A question to a data source.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

/** What to find, how to sort it, which part of it to return. A source ignores what it doesn't know or the viewer may not see. */
final readonly class Query {

	/**
	 * @param string                      $search   Words that must all occur; '' for everything.
	 * @param array<string, list<string>> $filters  Field id → chosen values.
	 * @param array<string, list<string>> $scope    Field id → values an editor fixed; visitors can't widen it, facets count within it.
	 * @param string                      $sort     Field id, '' for the source's own order.
	 * @param bool                        $descending Whether the order is reversed.
	 * @param int                         $page     Page, from 1; beyond the last one the first is returned.
	 * @param int<0, 200>                 $per_page Records per page; 0 for who only counts: no record is loaded.
	 * @param list<string>                $facets   Field ids to count.
	 */
	public function __construct(
		public string $search = '',
		public array $filters = [],
		public array $scope = [],
		public string $sort = '',
		public bool $descending = false,
		public int $page = 1,
		public int $per_page = 20,
		public array $facets = [],
	) {}
}
