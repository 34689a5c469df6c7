<?php
/**
 * A point on the earth.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Geo;

/** Latitude and longitude in degrees, WGS 84. */
final readonly class Coordinates {

	/** Mean radius of the earth in kilometres. */
	private const RADIUS = 6371.0088;

	/**
	 * @param float $lat Latitude, -90 to 90.
	 * @param float $lng Longitude, -180 to 180.
	 * @throws InvalidCoordinates When a number isn't finite or out of range.
	 */
	public function __construct( public float $lat, public float $lng ) {
		if ( ! is_finite( $lat ) || ! is_finite( $lng ) || abs( $lat ) > 90 || abs( $lng ) > 180 ) {
			throw new InvalidCoordinates( $lat, $lng );
		}
	}

	/**
	 * Distance as the crow flies.
	 *
	 * @param self $other Other point.
	 * @return float Kilometres.
	 */
	public function distance_to( self $other ): float {
		$north = deg2rad( $other->lat - $this->lat );
		$east  = deg2rad( $other->lng - $this->lng );
		$a     = sin( $north / 2 ) ** 2 + cos( deg2rad( $this->lat ) ) * cos( deg2rad( $other->lat ) ) * sin( $east / 2 ) ** 2;
		return 2 * self::RADIUS * asin( min( 1.0, sqrt( $a ) ) );
	}
}
