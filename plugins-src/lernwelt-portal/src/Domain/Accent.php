<?php
/**
 * The accent colour of a portal.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain;

use InvalidArgumentException;
use Lernwelt\Core\Design\Color;
use Lernwelt\Core\Design\Pair;
use Lernwelt\Core\Design\Palette;

/**
 * A colour that carries text, and all colours that follow from it.
 */
final readonly class Accent {
	private Palette $palette;

	/**
	 * @param string $hex `#RRGGBB`.
	 * @throws InvalidArgumentException When it is no colour.
	 */
	public function __construct( string $hex ) {
		$this->palette = Palette::of( Color::from_hex( $hex ) );
	}

	/**
	 * The pair that misses its ratio by most, null when all can be read.
	 */
	public function worst_pair(): ?Pair {
		$failures = $this->palette->failures();
		usort( $failures, static fn ( Pair $one, Pair $other ): int => $one->ratio / $one->required <=> $other->ratio / $other->required );
		return $failures[0] ?? null;
	}
}
