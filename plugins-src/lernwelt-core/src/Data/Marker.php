<?php
/**
 * A record on the map.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

/** What the map needs of a record before somebody opens it. */
final readonly class Marker {

	/**
	 * @param int    $id    Id within the source.
	 * @param string $title Title, plain text.
	 * @param float  $lat   Latitude in degrees, WGS 84.
	 * @param float  $lng   Longitude in degrees, WGS 84.
	 */
	public function __construct( public int $id, public string $title, public float $lat, public float $lng ) {}
}
