<?php
/**
 * One picture of the map.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Domain\Map;

/** A tile of the usual grid (Web Mercator, 256 px) that shows a part of Saxony-Anhalt. */
final readonly class Tile {
	/** Zooms that are offered. */
	public const SHALLOWEST = 6;
	public const DEEPEST    = 18;

	/** Saxony-Anhalt in degrees, with a little room around it. */
	private const WEST  = 10.5;
	private const EAST  = 13.25;
	private const SOUTH = 50.9;
	private const NORTH = 53.1;

	/** Half the circumference of the earth as Web Mercator counts it, in metres. */
	private const HALF = 20037508.342789244;

	private function __construct( public int $z, public int $x, public int $y ) {}

	/**
	 * A tile, if it is one that is offered.
	 *
	 * @param int $z       Zoom.
	 * @param int $x       Column, from the west.
	 * @param int $y       Row, from the north.
	 * @param int $deepest Deepest zoom the map server has.
	 * @return ?self Null outside the zooms or the state.
	 */
	public static function of( int $z, int $x, int $y, int $deepest = self::DEEPEST ): ?self {
		if ( $z < self::SHALLOWEST || $z > min( $deepest, self::DEEPEST ) ) {
			return null;
		}
		$inside = $x >= self::column( self::WEST, $z ) && $x <= self::column( self::EAST, $z )
			&& $y >= self::row( self::NORTH, $z ) && $y <= self::row( self::SOUTH, $z );
		return $inside ? new self( $z, $x, $y ) : null;
	}

	/** The corners in metres of EPSG:3857, as map services want them: west, south, east, north. */
	public function bbox(): string {
		$side  = 2 * self::HALF / 2 ** $this->z;
		$west  = $this->x * $side - self::HALF;
		$north = self::HALF - $this->y * $side;
		return implode( ',', array_map( static fn ( float $metres ): string => sprintf( '%.2F', $metres ), [ $west, $north - $side, $west + $side, $north ] ) );
	}

	private static function column( float $lng, int $z ): int {
		return (int) floor( ( $lng + 180 ) / 360 * 2 ** $z );
	}

	private static function row( float $lat, int $z ): int {
		return (int) floor( ( 1 - asinh( tan( deg2rad( $lat ) ) ) / M_PI ) / 2 * 2 ** $z );
	}
}
