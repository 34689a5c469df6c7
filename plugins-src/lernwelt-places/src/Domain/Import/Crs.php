<?php
/**
 * Coordinate reference systems.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** What the numbers of a point mean. */
enum Crs: string {

	/** Latitude and longitude in degrees. */
	case Wgs84 = 'EPSG:4326';

	/** ETRS89 / UTM zone 32N: northing and easting in metres. */
	case Utm32 = 'EPSG:25832';

	/** ETRS89 / UTM zone 33N: northing and easting in metres. */
	case Utm33 = 'EPSG:25833';

	/** Number of the UTM zone, null for degrees. */
	public function zone(): ?int {
		return match ( $this ) {
			self::Wgs84 => null,
			self::Utm32 => 32,
			self::Utm33 => 33,
		};
	}
}
