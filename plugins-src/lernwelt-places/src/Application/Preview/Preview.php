<?php
/**
 * What an import would see.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Preview;

use Lernwelt\Places\Domain\Import\MappedRow;

/** The first rows of an input. */
final readonly class Preview {

	/**
	 * @param array<array-key, mixed>     $mapping  Content of the mapping file that was used, or a proposal.
	 * @param array<string, list<string>> $columns  Field of the source → different values of the first rows.
	 * @param ?int                        $total    Rows, null when unknown.
	 * @param string                      $problem  Why nothing can be read, '' when it can.
	 * @param array<string, string>       $problems Path in the mapping → reason code.
	 * @param list<MappedRow>             $rows     The first rows as places; empty while the mapping has problems.
	 */
	public function __construct(
		public array $mapping,
		public array $columns = [],
		public ?int $total = null,
		public string $problem = '',
		public array $problems = [],
		public array $rows = [],
	) {}
}
