<?php
/**
 * What a question found.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data\Index;

use Lernwelt\Core\Data\Facet;

/** The ids of one page, and the counts of the whole. */
final readonly class Hits {

	/**
	 * @param int         $total  Records found.
	 * @param list<int>   $ids    Ids of the page.
	 * @param list<Facet> $facets Counted filters.
	 * @param int         $page   The page, from 1.
	 * @param int         $pages  Number of pages, at least 1.
	 */
	public function __construct( public int $total, public array $ids, public array $facets, public int $page, public int $pages ) {}
}
