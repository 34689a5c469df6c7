<?php
/**
 * Answer of a data source.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

/** One page of records with the counts of the whole. */
final readonly class Result {

	/**
	 * @param int          $total   Records found.
	 * @param list<Record> $records Records of this page.
	 * @param list<Facet>  $facets  Counted filters, in the order asked for.
	 * @param int          $page    The page these records are, from 1.
	 * @param int          $pages   Number of pages, at least 1.
	 */
	public function __construct(
		public int $total,
		public array $records,
		public array $facets,
		public int $page,
		public int $pages,
	) {}
}
