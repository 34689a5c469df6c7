<?php
/**
 * The tiles the motif is made of.
 *
 * @package Lernwelt\Core
 */

declare(strict_types=1);

namespace Lernwelt\Core\Design;

/**
 * A grid of tiles with two quarter arcs each, turned one way or the other.
 *
 * Turned one way a tile joins its upper with its left side and its lower with its right side,
 * turned the other way upper with right and lower with left. Whoever follows the arcs from tile to tile
 * leaves the grid somewhere or comes back to the start.
 */
final class MotifGrid {

	private const UP    = 0;
	private const RIGHT = 1;
	private const DOWN  = 2;
	private const LEFT  = 3;

	/** Where the middle of a side lies in its tile. */
	private const MIDDLE = [ [ 1, 0 ], [ 2, 1 ], [ 1, 2 ], [ 0, 1 ] ];

	/** The neighbour behind a side: columns, rows. */
	private const NEIGHBOUR = [ [ 0, -1 ], [ 1, 0 ], [ 0, 1 ], [ -1, 0 ] ];

	/** From which side to which, per direction of the tile. */
	private const JOINED = [
		[ self::RIGHT, self::UP, self::LEFT, self::DOWN ],
		[ self::LEFT, self::DOWN, self::RIGHT, self::UP ],
	];

	/** Sweep flag of the arc from a side, per direction of the tile. */
	private const SWEEP = [ [ 0, 1, 0, 1 ], [ 1, 0, 1, 0 ] ];

	/**
	 * Sides that have been walked over, by key().
	 *
	 * @var array<int, true>
	 */
	private array $walked = [];

	/**
	 * Takes the grid.
	 *
	 * @param int    $columns Tiles beside each other.
	 * @param int    $rows    Tiles above each other.
	 * @param string $bits    One bit per tile, row by row.
	 */
	public function __construct(
		private readonly int $columns,
		private readonly int $rows,
		private readonly string $bits
	) {}

	/**
	 * All lines of the grid: first those from edge to edge, then the loops. No arc is missing, none comes twice.
	 * They can be taken once.
	 *
	 * @return list<MotifTrail>
	 */
	public function trails(): array {
		$trails = [];
		foreach ( [ true, false ] as $from_edge ) {
			for ( $row = 0; $row < $this->rows; $row++ ) {
				for ( $column = 0; $column < $this->columns; $column++ ) {
					for ( $side = self::UP; $side <= self::LEFT; $side++ ) {
						if ( isset( $this->walked[ $this->key( $column, $row, $side ) ] ) || ( $from_edge && ! $this->is_edge( $column, $row, $side ) ) ) {
							continue;
						}
						$trails[] = $this->walk( $column, $row, $side, $from_edge );
					}
				}
			}
		}
		return $trails;
	}

	/**
	 * Follows the arcs from one side until the edge or the start.
	 *
	 * @param int  $column  Tile.
	 * @param int  $row     Tile.
	 * @param int  $side    Side to start from.
	 * @param bool $is_open Whether it started at the edge.
	 */
	private function walk( int $column, int $row, int $side, bool $is_open ): MotifTrail {
		$point  = [ 2 * $column + self::MIDDLE[ $side ][0], 2 * $row + self::MIDDLE[ $side ][1] ];
		$points = [ $point ];
		$data   = "M{$point[0]} {$point[1]}a";
		while ( $this->is_inside( $column, $row ) && ! isset( $this->walked[ $this->key( $column, $row, $side ) ] ) ) {
			$turn = $this->turn( $column, $row );
			$exit = self::JOINED[ $turn ][ $side ];
			$dx   = self::MIDDLE[ $exit ][0] - self::MIDDLE[ $side ][0];
			$dy   = self::MIDDLE[ $exit ][1] - self::MIDDLE[ $side ][1];
			// Signs separate numbers; a blank is needed only before a positive one.
			$data .= ( 1 === count( $points ) ? '' : ' ' ) . '1 1 0 0' . ( 1 === self::SWEEP[ $turn ][ $side ] ? '1' : '0' )
				. ( $dx < 0 ? '-1' : '1' ) . ( $dy < 0 ? '-1' : ' 1' );

			$this->walked[ $this->key( $column, $row, $side ) ] = true;
			$this->walked[ $this->key( $column, $row, $exit ) ] = true;

			$point    = [ $point[0] + $dx, $point[1] + $dy ];
			$points[] = $point;
			$column  += self::NEIGHBOUR[ $exit ][0];
			$row     += self::NEIGHBOUR[ $exit ][1];
			$side     = ( $exit + 2 ) % 4;
		}
		return new MotifTrail( $points, $data, $is_open );
	}

	/**
	 * One number for a side of a tile.
	 *
	 * @param int $column Tile.
	 * @param int $row    Tile.
	 * @param int $side   Side.
	 */
	private function key( int $column, int $row, int $side ): int {
		return ( $row * $this->columns + $column ) * 4 + $side;
	}

	/**
	 * Whether a side lies at the edge of the grid.
	 *
	 * @param int $column Tile.
	 * @param int $row    Tile.
	 * @param int $side   Side.
	 */
	private function is_edge( int $column, int $row, int $side ): bool {
		return ! $this->is_inside( $column + self::NEIGHBOUR[ $side ][0], $row + self::NEIGHBOUR[ $side ][1] );
	}

	/**
	 * Whether there is such a tile.
	 *
	 * @param int $column Tile.
	 * @param int $row    Tile.
	 */
	private function is_inside( int $column, int $row ): bool {
		return $column >= 0 && $row >= 0 && $column < $this->columns && $row < $this->rows;
	}

	/**
	 * Which way a tile is turned.
	 *
	 * @param int $column Tile.
	 * @param int $row    Tile.
	 * @return 0|1
	 */
	private function turn( int $column, int $row ): int {
		$index = $row * $this->columns + $column;
		return 0 === ( ( ord( $this->bits[ $index >> 3 ] ) >> ( $index & 7 ) ) & 1 ) ? 0 : 1;
	}
}
