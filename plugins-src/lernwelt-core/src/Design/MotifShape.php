<?php
/**
 * Where a motif stands.
 *
 * @package Lernwelt\Core
 */

declare(strict_types=1);

namespace Lernwelt\Core\Design;

/**
 * The formats of the learning-path motif, in tiles.
 */
enum MotifShape: string {

	case Hero   = 'hero';
	case Card   = 'card';
	case Band   = 'band';
	case Square = 'square';

	/**
	 * Number of tiles beside each other.
	 */
	public function columns(): int {
		return match ( $this ) {
			self::Hero   => 9,
			self::Card   => 6,
			self::Band   => 14,
			self::Square => 4,
		};
	}

	/**
	 * Number of tiles above each other.
	 */
	public function rows(): int {
		return match ( $this ) {
			self::Hero   => 8,
			self::Card   => 4,
			self::Band   => 3,
			self::Square => 4,
		};
	}

	/**
	 * How many grids are laid out before the best is taken: more where one picture stands alone.
	 */
	public function candidates(): int {
		return match ( $this ) {
			self::Hero, self::Band => 12,
			self::Card, self::Square => 6,
		};
	}
}
