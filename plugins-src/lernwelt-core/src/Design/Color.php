<?php
/**
 * An sRGB colour.
 *
 * @package Lernwelt\Core
 */

declare(strict_types=1);

namespace Lernwelt\Core\Design;

use InvalidArgumentException;

/**
 * An opaque sRGB colour, eight bits a channel.
 */
final class Color {

	/**
	 * Takes the three channels.
	 *
	 * @param int $red   0–255.
	 * @param int $green 0–255.
	 * @param int $blue  0–255.
	 * @throws InvalidArgumentException When a channel is out of range.
	 */
	public function __construct(
		public readonly int $red,
		public readonly int $green,
		public readonly int $blue
	) {
		foreach ( [ $red, $green, $blue ] as $channel ) {
			if ( $channel < 0 || $channel > 255 ) {
				throw new InvalidArgumentException( 'A colour channel lies between 0 and 255.' );
			}
		}
	}

	/**
	 * Reads `#rrggbb` or `#rgb`, in either case.
	 *
	 * @param string $hex The notation.
	 * @throws InvalidArgumentException When it is neither.
	 */
	public static function from_hex( string $hex ): self {
		$color = self::try_from_hex( $hex );
		if ( null === $color ) {
			throw new InvalidArgumentException( 'A colour is written #rrggbb.' );
		}
		return $color;
	}

	/**
	 * Like from_hex(), but null for what is no colour.
	 *
	 * @param string $hex The notation.
	 */
	public static function try_from_hex( string $hex ): ?self {
		if ( 1 === preg_match( '/^#([0-9a-f])([0-9a-f])([0-9a-f])$/iD', $hex, $m ) ) {
			$hex = '#' . $m[1] . $m[1] . $m[2] . $m[2] . $m[3] . $m[3];
		}
		if ( 1 !== preg_match( '/^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iD', $hex, $m ) ) {
			return null;
		}
		return new self( (int) hexdec( $m[1] ), (int) hexdec( $m[2] ), (int) hexdec( $m[3] ) );
	}

	/**
	 * The colour as `#RRGGBB`.
	 */
	public function hex(): string {
		return sprintf( '#%02X%02X%02X', $this->red, $this->green, $this->blue );
	}

	/**
	 * A step from this colour towards another one, channel by channel.
	 *
	 * @param self  $other  Where to go.
	 * @param float $amount 0 = this colour, 1 = the other one.
	 */
	public function mix( self $other, float $amount ): self {
		$amount = max( 0.0, min( 1.0, $amount ) );
		$step   = static fn( int $from, int $to ): int => (int) round( $from + ( $to - $from ) * $amount );
		return new self(
			$step( $this->red, $other->red ),
			$step( $this->green, $other->green ),
			$step( $this->blue, $other->blue )
		);
	}

	/**
	 * Relative luminance as WCAG 2.x defines it: 0 for black to 1 for white.
	 */
	public function luminance(): float {
		$linear = static function ( int $channel ): float {
			$value = $channel / 255;
			return $value <= 0.04045 ? $value / 12.92 : ( ( $value + 0.055 ) / 1.055 ) ** 2.4;
		};
		return 0.2126 * $linear( $this->red ) + 0.7152 * $linear( $this->green ) + 0.0722 * $linear( $this->blue );
	}
}
