<?php
/**
 * Coordinates of the land survey.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

use InvalidArgumentException;
use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Geo\InvalidCoordinates;

/**
 * UTM on the ellipsoid GRS 80 (ETRS89; the difference to WGS 84 is less than a metre and doesn't matter here).
 *
 * Series of L. Krüger, "Konforme Abbildung des Erdellipsoids in der Ebene", Königl. Preuß. Geodätisches Institut, N. F. 52,
 * Leipzig 1912, in powers of the third flattening n up to the fourth; the form used here is that of K. Kawase, "A General
 * Formula for Calculating Meridian Arc Length and its Application to Coordinate Conversion in the Gauss-Krüger Projection",
 * Bulletin of the Geospatial Information Authority of Japan 59 (2011). Good for less than a millimetre within a zone.
 */
final readonly class Utm {

	/** Half of the larger axis of GRS 80 in metres, and its flattening. */
	private const AXIS       = 6378137.0;
	private const FLATTENING = 1 / 298.257222101;

	private const SCALE   = 0.9996;
	private const EASTING = 500000.0;

	/** Radius of the rectifying circle, scaled. */
	private float $radius;

	/** @var list<float> From the sphere to the plane. */
	private array $forward;

	/** @var list<float> From the plane to the sphere. */
	private array $back;

	/** @var list<float> From the sphere's latitude to the geographic one. */
	private array $latitude;

	private float $flattening;

	private float $meridian;

	/**
	 * @param int $zone Zone 1 to 60; 32 and 33 cover Germany.
	 */
	public function __construct( int $zone ) {
		$n                = self::FLATTENING / ( 2 - self::FLATTENING );
		$this->flattening = $n;
		$this->meridian   = 6.0 * $zone - 183;
		$this->radius     = self::SCALE * self::AXIS / ( 1 + $n ) * ( 1 + $n ** 2 / 4 + $n ** 4 / 64 );
		$this->forward    = [
			$n / 2 - 2 * $n ** 2 / 3 + 5 * $n ** 3 / 16 + 41 * $n ** 4 / 180,
			13 * $n ** 2 / 48 - 3 * $n ** 3 / 5 + 557 * $n ** 4 / 1440,
			61 * $n ** 3 / 240 - 103 * $n ** 4 / 140,
			49561 * $n ** 4 / 161280,
		];
		$this->back       = [
			$n / 2 - 2 * $n ** 2 / 3 + 37 * $n ** 3 / 96 - $n ** 4 / 360,
			$n ** 2 / 48 + $n ** 3 / 15 - 437 * $n ** 4 / 1440,
			17 * $n ** 3 / 480 - 37 * $n ** 4 / 840,
			4397 * $n ** 4 / 161280,
		];
		$this->latitude   = [
			2 * $n - 2 * $n ** 2 / 3 - 2 * $n ** 3 + 116 * $n ** 4 / 45,
			7 * $n ** 2 / 3 - 8 * $n ** 3 / 5 - 227 * $n ** 4 / 45,
			56 * $n ** 3 / 15 - 136 * $n ** 4 / 35,
			4279 * $n ** 4 / 630,
		];
	}

	/**
	 * Latitude and longitude of a point in the plane.
	 *
	 * @param float $northing Metres.
	 * @param float $easting  Metres, with or without the zone in front (32 678 123).
	 * @throws InvalidCoordinates When it can't be a point of this zone.
	 */
	public function coordinates( float $northing, float $easting ): Coordinates {
		$zone    = ( $this->meridian + 183 ) / 6;
		$easting = floor( $easting / 1e6 ) === $zone ? $easting - $zone * 1e6 : $easting;
		if ( abs( $easting - self::EASTING ) > 1e6 || abs( $northing ) > 1e7 ) {
			throw new InvalidCoordinates( $northing, $easting );
		}
		$up     = $northing / $this->radius;
		$right  = ( $easting - self::EASTING ) / $this->radius;
		$sphere = [ $up, $right ];
		foreach ( $this->back as $index => $factor ) {
			$double     = 2 * ( $index + 1 );
			$sphere[0] -= $factor * sin( $double * $up ) * cosh( $double * $right );
			$sphere[1] -= $factor * cos( $double * $up ) * sinh( $double * $right );
		}
		$conformal = asin( sin( $sphere[0] ) / cosh( $sphere[1] ) );
		$lat       = $conformal;
		foreach ( $this->latitude as $index => $factor ) {
			$lat += $factor * sin( 2 * ( $index + 1 ) * $conformal );
		}
		return new Coordinates( rad2deg( $lat ), $this->meridian + rad2deg( atan2( sinh( $sphere[1] ), cos( $sphere[0] ) ) ) );
	}

	/**
	 * The point in the plane.
	 *
	 * @param Coordinates $point Point, at most 30 degrees from the middle of the zone.
	 * @return array{float, float} Northing and easting in metres.
	 * @throws InvalidArgumentException When it is too far away.
	 */
	public function plane( Coordinates $point ): array {
		$aside = deg2rad( $point->lng - $this->meridian );
		if ( abs( $aside ) > deg2rad( 30 ) ) {
			throw new InvalidArgumentException( 'The point lies too far from the zone.' );
		}
		$root  = 2 * sqrt( $this->flattening ) / ( 1 + $this->flattening );
		$sine  = sin( deg2rad( $point->lat ) );
		$t     = sinh( atanh( $sine ) - $root * atanh( $root * $sine ) );
		$up    = atan2( $t, cos( $aside ) );
		$right = atanh( sin( $aside ) / sqrt( 1 + $t ** 2 ) );
		$plane = [ $up, $right ];
		foreach ( $this->forward as $index => $factor ) {
			$double    = 2 * ( $index + 1 );
			$plane[0] += $factor * sin( $double * $up ) * cosh( $double * $right );
			$plane[1] += $factor * cos( $double * $up ) * sinh( $double * $right );
		}
		return [ $this->radius * $plane[0], self::EASTING + $this->radius * $plane[1] ];
	}
}
