<?php
/**
 * Contrast between two colours.
 *
 * @package Lernwelt\Core
 */

declare(strict_types=1);

namespace Lernwelt\Core\Design;

/**
 * WCAG 2.x contrast ratios and the thresholds of level AA.
 */
final class Contrast {

	/** Text of any size. */
	public const TEXT = 4.5;

	/** Borders of controls, icons, large headings. */
	public const CONTROL = 3.0;

	/** Body text on a portal's tint: far above AA, because whole pages are read on it. */
	public const READING = 11.0;

	/**
	 * The ratio of two colours, 1.0 to 21.0; the order does not matter.
	 *
	 * @param Color $one   One colour.
	 * @param Color $other The other colour.
	 */
	public static function ratio( Color $one, Color $other ): float {
		$a = $one->luminance();
		$b = $other->luminance();
		return ( max( $a, $b ) + 0.05 ) / ( min( $a, $b ) + 0.05 );
	}

	/**
	 * The ratio as people see it: two decimals, rounded down, so that a shown 4.50 really passes.
	 *
	 * @param float $ratio A ratio.
	 */
	public static function shown( float $ratio ): float {
		return floor( $ratio * 100 ) / 100;
	}
}
