<?php
/**
 * Turns rows into places.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

use Lernwelt\Core\Geo\Districts;

/** Applies a mapping to one row after the other. Knows the ids it has seen: use one object for a run. */
final class RowMapper {

	/**
	 * @param Mapping                              $mapping   Mapping.
	 * @param array<string, array<string, string>> $terms     Taxonomy → slug → name.
	 * @param Districts                            $districts Districts.
	 */
	public function __construct( private readonly Mapping $mapping, private readonly array $terms, private readonly Districts $districts ) {}

	/**
	 * Maps a row. Never throws: what is wrong stands in the findings.
	 *
	 * @param Row $row Row.
	 */
	public function map( Row $row ): MappedRow {
		return new MappedRow( $row->number, null, '', [], '' );
	}
}
