<?php
/**
 * Where a record says its coordinates.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** The two fields of the source and what their numbers mean. */
final readonly class CoordinateSource {

	/**
	 * @param Crs    $crs   Meaning of the numbers.
	 * @param string $north Field of the latitude or northing, '' for the geometry of GeoJSON.
	 * @param string $east  Field of the longitude or easting, '' for the geometry of GeoJSON.
	 */
	public function __construct( public Crs $crs, public string $north = '', public string $east = '' ) {}
}
