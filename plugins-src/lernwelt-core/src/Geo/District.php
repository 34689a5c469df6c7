<?php
/**
 * One of the 14 districts.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Geo;

/** A district or a city of its own, with its border. */
final readonly class District {

	/** Name in addresses: `dessau-rosslau`. */
	public string $slug;

	/** @var array{float, float, float, float} West, south, east and north end in degrees. */
	public array $bounds;

	/**
	 * @param string                                     $ars      Official key of five digits.
	 * @param string                                     $name     Name.
	 * @param list<list<list<array{float, float}>>>      $polygons Polygons, each an outer ring and its holes; points are longitude, latitude.
	 */
	public function __construct( public string $ars, public string $name, public array $polygons ) {
		$this->slug = trim( (string) preg_replace( '/[^a-z0-9]+/', '-', strtr( mb_strtolower( $name ), [ 'ä' => 'ae', 'ö' => 'oe', 'ü' => 'ue', 'ß' => 'ss' ] ) ), '-' );
		$bounds = [ INF, INF, -INF, -INF ];
		foreach ( array_merge( ...array_map( static fn ( array $rings ): array => $rings[0] ?? [], $polygons ) ) as [ $lng, $lat ] ) {
			$bounds = [ min( $bounds[0], $lng ), min( $bounds[1], $lat ), max( $bounds[2], $lng ), max( $bounds[3], $lat ) ];
		}
		$this->bounds = $bounds;
	}

	/**
	 * Whether a point lies inside.
	 *
	 * @param Coordinates $point Point.
	 */
	public function contains( Coordinates $point ): bool {
		[ $west, $south, $east, $north ] = $this->bounds;
		if ( $point->lng < $west || $point->lng > $east || $point->lat < $south || $point->lat > $north ) {
			return false;
		}
		// The even-odd rule over all rings: a point in a hole crosses two of them.
		$inside = false;
		foreach ( $this->polygons as $rings ) {
			foreach ( $rings as $ring ) {
				$inside = $inside !== self::crosses( $ring, $point );
			}
		}
		return $inside;
	}

	/**
	 * How far a point is away from the border, 0 for one inside. The borders are rounded, so a point some hundred
	 * metres off may still belong here.
	 *
	 * @param Coordinates $point Point.
	 * @return float Kilometres.
	 */
	public function distance_to( Coordinates $point ): float {
		if ( $this->contains( $point ) ) {
			return 0.0;
		}
		$nearest = INF;
		foreach ( $this->polygons as $rings ) {
			foreach ( $rings as $ring ) {
				$nearest = min( $nearest, self::distance_to_ring( $ring, $point ) );
			}
		}
		return $nearest;
	}

	/**
	 * Whether a line from the point to the east crosses a ring an odd number of times.
	 *
	 * @param list<array{float, float}> $ring  Ring.
	 * @param Coordinates               $point Point.
	 */
	private static function crosses( array $ring, Coordinates $point ): bool {
		$odd  = false;
		$last = count( $ring ) - 1;
		foreach ( $ring as $index => [ $lng, $lat ] ) {
			[ $before_lng, $before_lat ] = $ring[ 0 === $index ? $last : $index - 1 ];
			if ( ( $lat > $point->lat ) !== ( $before_lat > $point->lat ) && $point->lng < ( $before_lng - $lng ) * ( $point->lat - $lat ) / ( $before_lat - $lat ) + $lng ) {
				$odd = ! $odd;
			}
		}
		return $odd;
	}

	/**
	 * Distance to the nearest edge, on a plane that is flat around the point: exact enough for some hundred kilometres.
	 *
	 * @param list<array{float, float}> $ring  Ring.
	 * @param Coordinates               $point Point.
	 * @return float Kilometres.
	 */
	private static function distance_to_ring( array $ring, Coordinates $point ): float {
		$per_lat = 111.195;
		$per_lng = $per_lat * cos( deg2rad( $point->lat ) );
		$nearest = INF;
		$before  = null;
		foreach ( $ring as [ $lng, $lat ] ) {
			$x = ( $lng - $point->lng ) * $per_lng;
			$y = ( $lat - $point->lat ) * $per_lat;
			if ( null !== $before ) {
				[ $from_x, $from_y ] = $before;
				$length  = ( $x - $from_x ) ** 2 + ( $y - $from_y ) ** 2;
				$part    = 0.0 === $length ? 0.0 : max( 0.0, min( 1.0, -( $from_x * ( $x - $from_x ) + $from_y * ( $y - $from_y ) ) / $length ) );
				$nearest = min( $nearest, hypot( $from_x + $part * ( $x - $from_x ), $from_y + $part * ( $y - $from_y ) ) );
			}
			$before = [ $x, $y ];
		}
		return $nearest;
	}
}
