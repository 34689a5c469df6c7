<?php
/**
 * Two colours of the palette that meet on a page.
 *
 * @package Lernwelt\Core
 */

declare(strict_types=1);

namespace Lernwelt\Core\Design;

/**
 * A foreground on a background, with the ratio they must reach.
 */
final class Pair {

	/**
	 * Takes the pair.
	 *
	 * @param string $foreground Palette slug of the text, border or icon.
	 * @param string $background Palette slug of what lies under it.
	 * @param float  $required   Ratio that must be reached.
	 * @param float  $ratio      Ratio that is reached.
	 */
	public function __construct(
		public readonly string $foreground,
		public readonly string $background,
		public readonly float $required,
		public readonly float $ratio
	) {}

	/**
	 * Whether the pair may be used.
	 */
	public function passes(): bool {
		return $this->ratio >= $this->required;
	}

	/**
	 * The reached ratio with two decimals, rounded down.
	 */
	public function shown_ratio(): float {
		return Contrast::shown( $this->ratio );
	}
}
