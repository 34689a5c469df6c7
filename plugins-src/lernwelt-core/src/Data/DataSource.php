<?php
/**
 * Contract of everything the data view can show.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

use Lernwelt\Core\Viewer;

/**
 * Records of one kind on this portal. Most sources extend {@see Index\IndexedSource}, which answers questions from the
 * index table; one whose records change with every click may answer itself.
 */
interface DataSource {

	/** Name in code and addresses, e.g. `places`: lower-case letters, digits and hyphens. */
	public function id(): string;

	/** Translated name for editors: "Learning places". */
	public function label(): string;

	/**
	 * The translated words for a number of records: "48 Lernorte".
	 *
	 * @param int $count How many.
	 */
	public function counted( int $count ): string;

	/**
	 * All fields. The title isn't one: every record has it, every list can be sorted by it.
	 *
	 * @return list<Field>
	 */
	public function fields(): array;

	/** Whether records may have a place on the map. */
	public function has_map(): bool;

	/**
	 * Finds records.
	 *
	 * @param Query  $query  What to find.
	 * @param Viewer $viewer Who looks: decides about rows and fields.
	 */
	public function query( Query $query, Viewer $viewer ): Result;

	/**
	 * The map's points of everything a query finds, on all pages.
	 *
	 * @param Query  $query  What to find; page and facets don't matter.
	 * @param Viewer $viewer Who looks.
	 * @return list<Marker>
	 */
	public function markers( Query $query, Viewer $viewer ): array;

	/**
	 * Single records, in the order asked for; those the viewer may not see or that don't exist are missing.
	 *
	 * @param list<int> $ids    Ids, at most 200.
	 * @param Viewer    $viewer Who looks.
	 * @return list<Record>
	 */
	public function records( array $ids, Viewer $viewer ): array;

	/** A string that changes whenever an answer could have changed; for ETags. */
	public function version(): string;
}
