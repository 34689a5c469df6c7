<?php
/**
 * Paging of an address.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** How the next page of an address is found. An address without `{page}` and without a path to the next one has one page. */
final readonly class Pages {

	/** Pages of one run at most. */
	public const MAX = 1000;

	/**
	 * @param string $next  JSON: path to the address of the next page, '' for none.
	 * @param int    $first Number that `{page}` in the address begins with.
	 * @param int    $limit Pages to fetch at most.
	 */
	public function __construct( public string $next = '', public int $first = 1, public int $limit = 100 ) {}
}
