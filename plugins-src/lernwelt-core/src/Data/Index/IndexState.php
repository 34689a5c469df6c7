<?php
/**
 * How fresh the index of a source is.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data\Index;

/** What the index says of a source at one moment; true for one question, as any process may write before the next one. */
final readonly class IndexState {

	/**
	 * @param string $version      Changes with every write; '' when the source was never indexed.
	 * @param string $rows_version Changes with the rows: packs are made of one; '' when the source was never indexed.
	 * @param string $built_for    What all rows were written for; '' when they have to be written anew.
	 */
	public function __construct( public string $version = '', public string $rows_version = '', public string $built_for = '' ) {}
}
