<?php
/**
 * The small map of a place.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Blocks;

use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Geo\Outline;

/** A drawing of the districts with a dot: needs no script, no tiles and prints well. */
final readonly class PlaceMap {

	/** @var array{int, int} The dot. */
	public array $point;

	/** The coordinates as people read them. */
	public string $words;

	/**
	 * @param Outline     $outline     Shapes.
	 * @param Coordinates $at          Where the place is.
	 * @param string      $district    Slug of its district.
	 * @param string      $attribution Whose data the shapes are.
	 * @param string      $list_url    All places of the region on the large map, '' for none.
	 */
	public function __construct( public Outline $outline, Coordinates $at, public string $district, public string $attribution, public string $list_url ) {
		$this->point = $outline->point( $at );
		$this->words = sprintf( /* translators: 1: latitude, 2: longitude. */ __( '%1$s° north, %2$s° east', 'lernwelt-places' ), number_format_i18n( $at->lat, 4 ), number_format_i18n( $at->lng, 4 ) );
	}
}
