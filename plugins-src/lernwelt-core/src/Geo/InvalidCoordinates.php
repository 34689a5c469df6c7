<?php
/**
 * Thrown for numbers that are no point on the earth.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Geo;

use DomainException;

/** Latitude or longitude is out of range or not finite. */
final class InvalidCoordinates extends DomainException {

	/**
	 * @param float $lat Refused latitude.
	 * @param float $lng Refused longitude.
	 */
	public function __construct( public readonly float $lat, public readonly float $lng ) {
		parent::__construct( "Latitude $lat and longitude $lng are no point on the earth." );
	}
}
