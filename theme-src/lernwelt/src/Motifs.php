<?php
/**
 * Motifs on pages.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme;

use Lernwelt\Core\Design\MotifShape;
use Lernwelt\Core\MotifPictures;

/**
 * Draws the learning path for templates and blocks.
 */
final class Motifs {

	/**
	 * The motif of a seed as inline SVG.
	 *
	 * @param string     $seed  Anything that names the record.
	 * @param MotifShape $shape The format.
	 */
	public static function html( string $seed, MotifShape $shape ): string {
		return MotifPictures::html( $seed, $shape );
	}

	/**
	 * The motif block.
	 *
	 * @param array<string, mixed> $attributes Attributes of the block.
	 */
	public static function block( array $attributes ): string {
		$shape   = MotifShape::tryFrom( is_string( $attributes['shape'] ?? null ) ? $attributes['shape'] : '' ) ?? MotifShape::Card;
		$seed    = is_string( $attributes['seed'] ?? null ) ? $attributes['seed'] : '';
		$wrapper = get_block_wrapper_attributes( [ 'class' => 'lw-motif-box lw-motif-box--' . $shape->value ] );
		return '<div ' . $wrapper . '>' . self::html( $seed, $shape ) . '</div>';
	}
}
