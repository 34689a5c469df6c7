<?php
/**
 * The learning path: the motif that runs through all portals.
 *
 * @package Lernwelt\Core
 */

declare(strict_types=1);

namespace Lernwelt\Core\Design;

use Random\Engine\Xoshiro256StarStar;
use Random\Randomizer;

/**
 * Quarter-arc tiles, one path through them, stations on it and one spark.
 *
 * Lengths are in units of half a tile: a tile is two units wide, an arc has the radius one.
 * The same seed and shape give the same picture, on every machine.
 */
final class Motif {

	/** Smallest distance between two marks on the path, in units. */
	private const MARK_DISTANCE = 2.4;

	/**
	 * Takes the finished picture.
	 *
	 * @param int                        $width    Units.
	 * @param int                        $height   Units.
	 * @param string                     $ground   SVG path data of the arcs behind.
	 * @param string                     $path     SVG path data of the one path.
	 * @param list<array{0:int, 1:int}>  $stations Points on the path.
	 * @param array{0:int, 1:int}|null   $spark    The one orange point.
	 */
	private function __construct(
		public readonly int $width,
		public readonly int $height,
		public readonly string $ground,
		public readonly string $path,
		public readonly array $stations,
		public readonly ?array $spark
	) {}

	/**
	 * Grows the motif of a seed.
	 *
	 * Several grids are laid out and the one whose longest path suits best is kept.
	 *
	 * @param string     $seed  Anything that names the record.
	 * @param MotifShape $shape The format.
	 */
	public static function grow( string $seed, MotifShape $shape ): self {
		$columns = $shape->columns();
		$rows    = $shape->rows();
		$random  = new Randomizer( new Xoshiro256StarStar( hash( 'sha256', $shape->value . "\n" . $seed, true ) ) );
		$best    = [];
		$main    = 0;
		$top     = -1.0;
		foreach ( range( 1, $shape->candidates() ) as $ignored ) {
			$trails = ( new MotifGrid( $columns, $rows, $random->getBytes( max( 1, intdiv( $columns * $rows + 7, 8 ) ) ) ) )->trails();
			foreach ( $trails as $index => $trail ) {
				$score = self::score( $trail, $columns, $rows );
				if ( $score > $top ) {
					$top  = $score;
					$best = $trails;
					$main = $index;
				}
			}
		}
		$path = $best[ $main ];
		unset( $best[ $main ] );
		$marks = self::marks( $path->points, 2 * $columns, 2 * $rows );
		$spark = array_pop( $marks );
		return new self(
			2 * $columns,
			2 * $rows,
			implode( '', array_map( static fn( MotifTrail $trail ): string => $trail->data, $best ) ),
			$path->data,
			$marks,
			$spark
		);
	}

	/**
	 * How well a trail tells of a way: open ends, long but not everywhere, wandering through the whole picture.
	 *
	 * @param MotifTrail $trail   The trail.
	 * @param int        $columns Tiles.
	 * @param int        $rows    Tiles.
	 */
	private static function score( MotifTrail $trail, int $columns, int $rows ): float {
		$wanted = $columns * $rows * 0.9;
		$length = count( $trail->points );
		$fit    = min( $length, $wanted ) / $wanted - max( 0, $length - $wanted ) / ( $wanted * 2 );
		$across = self::span( array_column( $trail->points, 0 ) ) / ( 2 * $columns );
		$down   = self::span( array_column( $trail->points, 1 ) ) / ( 2 * $rows );
		return $fit + $across + $down * 0.7 + ( $trail->is_open ? 1 : 0 );
	}

	/**
	 * From the smallest to the largest.
	 *
	 * @param list<int> $numbers Numbers.
	 */
	private static function span( array $numbers ): int {
		return [] === $numbers ? 0 : max( $numbers ) - min( $numbers );
	}

	/**
	 * Points for three stations and the spark, in the order of the path, never at the picture's edge.
	 *
	 * @param list<array{0:int, 1:int}> $points The path.
	 * @param int                       $width  Units.
	 * @param int                       $height Units.
	 * @return list<array{0:int, 1:int}>
	 */
	private static function marks( array $points, int $width, int $height ): array {
		$inside = array_values(
			array_filter(
				$points,
				static fn( array $p ): bool => $p[0] >= 2 && $p[1] >= 2 && $p[0] <= $width - 2 && $p[1] <= $height - 2
			)
		);
		$marks  = [];
		$count  = count( $inside );
		foreach ( [ 0.08, 0.36, 0.64, 0.92 ] as $share ) {
			for ( $i = (int) ( $share * $count ); $i < $count; $i++ ) {
				if ( self::is_free( $inside[ $i ], $marks ) ) {
					$marks[] = $inside[ $i ];
					break;
				}
			}
		}
		return $marks;
	}

	/**
	 * Whether a point keeps its distance from the marks set so far.
	 *
	 * @param array{0:int, 1:int}       $point The point.
	 * @param list<array{0:int, 1:int}> $marks Marks.
	 */
	private static function is_free( array $point, array $marks ): bool {
		foreach ( $marks as $mark ) {
			if ( hypot( $point[0] - $mark[0], $point[1] - $mark[1] ) < self::MARK_DISTANCE ) {
				return false;
			}
		}
		return true;
	}
}
