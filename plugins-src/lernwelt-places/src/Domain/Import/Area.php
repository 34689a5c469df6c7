<?php
/**
 * The area that places lie in.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Geo\District;
use Lernwelt\Core\Geo\Districts;

/** Says which districts a point may lie in. The borders are rounded, so a place close to one may seem to lie behind it. */
final class Area {

	/** How far behind a border a point still counts, in kilometres. */
	public const TOLERANCE = 2.0;

	private ?Coordinates $point = null;

	private ?string $region = null;

	/**
	 * @param Districts $districts Districts.
	 */
	public function __construct( private readonly Districts $districts ) {}

	/**
	 * The district of a point.
	 *
	 * @param Coordinates $point Point.
	 * @return ?string Slug of the region; null outside Saxony-Anhalt.
	 */
	public function region( Coordinates $point ): ?string {
		// Asked several times for each row; finding out is what takes longest of all.
		if ( $point !== $this->point ) {
			[ $this->point, $this->region ] = [ $point, $this->find( $point ) ];
		}
		return $this->region;
	}

	private function find( Coordinates $point ): ?string {
		$inside = $this->districts->at( $point );
		if ( null !== $inside ) {
			return $inside->slug;
		}
		$nearest  = null;
		$distance = self::TOLERANCE;
		foreach ( $this->around( $point ) as $district ) {
			$away = $district->distance_to( $point );
			if ( $away <= $distance ) {
				[ $nearest, $distance ] = [ $district->slug, $away ];
			}
		}
		return $nearest;
	}

	/**
	 * Whether a point may lie in a region.
	 *
	 * @param Coordinates $point  Point.
	 * @param string      $region Slug.
	 */
	public function may_be_in( Coordinates $point, string $region ): bool {
		if ( $region === $this->region( $point ) ) {
			return true;
		}
		foreach ( $this->around( $point ) as $district ) {
			if ( $district->slug === $region && $district->distance_to( $point ) <= self::TOLERANCE ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Districts whose surrounding rectangle is close: distances to all the others needn't be measured.
	 *
	 * @return list<District>
	 */
	private function around( Coordinates $point ): array {
		// Two kilometres are less than this many degrees.
		[ $lat, $lng ] = [ 0.02, 0.03 ];
		$close         = [];
		foreach ( $this->districts->all as $district ) {
			[ $west, $south, $east, $north ] = $district->bounds;
			if ( $point->lng > $west - $lng && $point->lng < $east + $lng && $point->lat > $south - $lat && $point->lat < $north + $lat ) {
				$close[] = $district;
			}
		}
		return $close;
	}
}
