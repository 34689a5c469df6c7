<?php
/**
 * Width and height of an SVG.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain\Svg;

use DOMElement;

final readonly class Size {
	private const MAX_PIXELS = 20_000;

	/**
	 * @param int $width  CSS pixels, 1 to 20,000.
	 * @param int $height CSS pixels, 1 to 20,000.
	 * @throws Refused When a side is out of range.
	 */
	public function __construct( public int $width, public int $height ) {
		if ( $width < 1 || $height < 1 || $width > self::MAX_PIXELS || $height > self::MAX_PIXELS ) {
			throw new Refused( Refusal::NoSize );
		}
	}

	/**
	 * Width and height attributes count when both are plain numbers or pixels, the viewBox otherwise.
	 *
	 * @param DOMElement $root The svg element.
	 * @throws Refused When neither says how large the picture is.
	 */
	public static function of( DOMElement $root ): self {
		$sides = [ self::pixels( $root->getAttribute( 'width' ) ), self::pixels( $root->getAttribute( 'height' ) ) ];
		if ( null === $sides[0] || null === $sides[1] ) {
			$box   = preg_split( '/[\s,]+/', trim( $root->getAttribute( 'viewBox' ) ) );
			$sides = is_array( $box ) && 4 === count( $box ) ? [ self::pixels( $box[2] ), self::pixels( $box[3] ) ] : [ null, null ];
		}
		if ( null === $sides[0] || null === $sides[1] ) {
			throw new Refused( Refusal::NoSize );
		}
		return new self( $sides[0], $sides[1] );
	}

	private static function pixels( string $length ): ?int {
		if ( 1 !== preg_match( '/^\s*(\d{1,6}(?:\.\d{1,10})?)(?:px)?\s*$/D', $length, $found ) ) {
			return null;
		}
		return (float) $found[1] > 0 ? max( 1, (int) round( (float) $found[1] ) ) : null;
	}
}
