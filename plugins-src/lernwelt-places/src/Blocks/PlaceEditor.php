<?php
/**
 * What the form in the block editor needs.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Blocks;

use Lernwelt\Core\Geo\Districts;
use Lernwelt\Places\Domain\Place;

/** Hands the districts to the small map. */
final readonly class PlaceEditor {

	/** WordPress's name of the block's script. */
	private const SCRIPT = 'lernwelt-place-details-editor-script';

	/** Action `enqueue_block_editor_assets`. */
	public function add_districts(): void {
		if ( Place::TYPE !== get_post_type() ) {
			return;
		}
		$districts = trim( (string) file_get_contents( Districts::FILE ) );
		/**
		 * Filters the map below the districts: address with {z}, {x}, {y} of this portal, deepest zoom, credit.
		 *
		 * @param array{url: string, maxZoom: int, credit: string}|null $tiles Null for the districts alone.
		 */
		$tiles = apply_filters( 'lernwelt_map_tiles', null );
		wp_add_inline_script( self::SCRIPT, 'window.lernweltPlaces = { districts: ' . $districts . ', tiles: ' . wp_json_encode( $tiles ) . ' };', 'before' );
	}
}
