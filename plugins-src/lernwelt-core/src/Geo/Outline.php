<?php
/**
 * The districts as a drawing.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Geo;

/** Paths of an SVG, so that a page can show where something is without a script. North is up, a degree is true at 52° north. */
final readonly class Outline {

	/** Units per degree of latitude. */
	private const SCALE = 150.0;

	/** Width of a degree of longitude compared with one of latitude, in the middle of Saxony-Anhalt. */
	private const NARROW = 0.615;

	/** Empty border around the drawing. */
	private const MARGIN = 6;

	/** Width of the drawing. */
	public int $width;

	/** Height of the drawing. */
	public int $height;

	private float $west;

	private float $north;

	/**
	 * @param Districts $districts What is drawn.
	 */
	public function __construct( private Districts $districts ) {
		$bounds       = array_column( $districts->all, 'bounds' );
		$this->west   = [] === $bounds ? 0.0 : min( array_column( $bounds, 0 ) );
		$this->north  = [] === $bounds ? 0.0 : max( array_column( $bounds, 3 ) );
		$corner       = [] === $bounds ? [ 0, 0 ] : $this->point( new Coordinates( min( array_column( $bounds, 1 ) ), max( array_column( $bounds, 2 ) ) ) );
		$this->width  = $corner[0] + self::MARGIN;
		$this->height = $corner[1] + self::MARGIN;
	}

	/**
	 * Where a point lies on the drawing.
	 *
	 * @param Coordinates $at Point.
	 * @return array{int, int} From the left, from the top.
	 */
	public function point( Coordinates $at ): array {
		return [
			(int) round( ( $at->lng - $this->west ) * self::SCALE * self::NARROW ) + self::MARGIN,
			(int) round( ( $this->north - $at->lat ) * self::SCALE ) + self::MARGIN,
		];
	}

	/**
	 * The shape of every district.
	 *
	 * @return array<string, string> Slug → value of the attribute `d`: digits, signs and the letters M, l, z.
	 */
	public function paths(): array {
		$paths = [];
		foreach ( $this->districts->all as $district ) {
			$paths[ $district->slug ] = '';
			foreach ( $district->polygons as $rings ) {
				foreach ( $rings as $ring ) {
					$paths[ $district->slug ] .= $this->ring( $ring );
				}
			}
		}
		return $paths;
	}

	/**
	 * @param list<array{float, float}> $ring Longitude, latitude.
	 */
	private function ring( array $ring ): string {
		$path   = '';
		$before = null;
		foreach ( $ring as [ $lng, $lat ] ) {
			$at = $this->point( new Coordinates( $lat, $lng ) );
			if ( null === $before ) {
				$path = 'M' . $at[0] . ' ' . $at[1];
			} elseif ( $at !== $before ) {
				$path .= 'l' . ( $at[0] - $before[0] ) . ' ' . ( $at[1] - $before[1] );
			}
			$before = $at;
		}
		return $path . 'z';
	}
}
