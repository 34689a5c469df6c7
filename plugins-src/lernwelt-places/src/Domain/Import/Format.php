<?php
/**
 * Formats of inputs.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** How the records are written down. */
enum Format: string {
	case Csv     = 'csv';
	case Json    = 'json';
	case GeoJson = 'geojson';

	/** A table of MySQL or MariaDB. */
	case Table = 'table';
}
