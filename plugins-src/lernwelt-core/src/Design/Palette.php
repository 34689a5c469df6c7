<?php
/**
 * The complete palette of a portal.
 *
 * @package Lernwelt\Core
 */

declare(strict_types=1);

namespace Lernwelt\Core\Design;

use InvalidArgumentException;

/**
 * What all portals share plus what follows from one portal's accent.
 *
 * An accent that fails is not repaired silently: `failures()` says which pair fails and by how much,
 * and whoever stores an accent refuses it then.
 */
final class Palette {

	/** The colours that are the same everywhere. */
	public const BASE = [
		'white'       => '#FFFFFF',
		'paper'       => '#F7F9FB',
		'line'        => '#DCE5EE',
		'muted'       => '#4A5D70',
		'ink'         => '#1F3347',
		'blue'        => '#4C7094',
		'blue-dark'   => '#365069',
		'orange'      => '#FB9049',
		'orange-dark' => '#B8500B',
	];

	/** Foreground, background, required ratio: every pair the theme's style sheet uses. */
	private const PAIRS = [
		[ 'ink', 'white', Contrast::READING ],
		[ 'ink', 'paper', Contrast::READING ],
		[ 'ink', 'tint', Contrast::READING ],
		[ 'ink', 'orange', Contrast::TEXT ],
		[ 'muted', 'white', Contrast::TEXT ],
		[ 'muted', 'paper', Contrast::TEXT ],
		[ 'muted', 'tint', Contrast::TEXT ],
		[ 'blue', 'white', Contrast::TEXT ],
		[ 'blue-dark', 'white', Contrast::TEXT ],
		[ 'orange-dark', 'white', Contrast::TEXT ],
		[ 'orange-dark', 'paper', Contrast::TEXT ],
		[ 'accent', 'white', Contrast::TEXT ],
		[ 'accent', 'tint', Contrast::CONTROL ],
		[ 'accent-dark', 'white', Contrast::TEXT ],
		[ 'accent-dark', 'paper', Contrast::TEXT ],
		[ 'accent-dark', 'tint', Contrast::TEXT ],
		[ 'white', 'ink', Contrast::TEXT ],
		[ 'orange', 'ink', Contrast::CONTROL ],
	];

	/**
	 * Takes the complete list.
	 *
	 * @param array<string, Color> $colors Slug to colour.
	 */
	private function __construct( private readonly array $colors ) {}

	/**
	 * Builds the palette of a portal.
	 *
	 * @param Color      $accent The portal's accent.
	 * @param Color|null $tint   Its tint; null mixes one from the accent.
	 */
	public static function of( Color $accent, ?Color $tint = null ): self {
		$colors                = array_map( Color::from_hex( ... ), self::BASE );
		$tint                ??= self::tint_of( $accent, $colors['ink'] );
		$colors['accent']      = $accent;
		$colors['accent-dark'] = self::dark_of( $accent, $tint );
		$colors['tint']        = $tint;
		$colors['tint-line']   = $tint->mix( $accent, 0.1 );
		return new self( $colors );
	}

	/**
	 * One colour.
	 *
	 * @param string $slug Palette slug.
	 * @throws InvalidArgumentException When there is no such slug.
	 */
	public function color( string $slug ): Color {
		return $this->colors[ $slug ] ?? throw new InvalidArgumentException( "No colour \"$slug\" in the palette." );
	}

	/**
	 * All colours as `#RRGGBB`.
	 *
	 * @return array<string, string> Slug to colour.
	 */
	public function hexes(): array {
		return array_map( static fn( Color $color ): string => $color->hex(), $this->colors );
	}

	/**
	 * Every pair the theme uses, measured.
	 *
	 * @return list<Pair>
	 */
	public function pairs(): array {
		$pairs = [];
		foreach ( self::PAIRS as list( $foreground, $background, $required ) ) {
			$ratio   = Contrast::ratio( $this->color( $foreground ), $this->color( $background ) );
			$pairs[] = new Pair( $foreground, $background, $required, $ratio );
		}
		return $pairs;
	}

	/**
	 * The pairs that may not be used; empty for a good accent.
	 *
	 * @return list<Pair>
	 */
	public function failures(): array {
		return array_values( array_filter( $this->pairs(), static fn( Pair $pair ): bool => ! $pair->passes() ) );
	}

	/**
	 * The lightest mix with white on which body text still reads as on paper.
	 *
	 * @param Color $accent The accent.
	 * @param Color $ink    The text colour.
	 */
	private static function tint_of( Color $accent, Color $ink ): Color {
		$white = new Color( 255, 255, 255 );
		for ( $amount = 0.12; $amount > 0.01; $amount -= 0.01 ) {
			$tint = $white->mix( $accent, $amount );
			if ( Contrast::ratio( $ink, $tint ) >= Contrast::READING ) {
				return $tint;
			}
		}
		return $white;
	}

	/**
	 * The accent for hover and for text on the tint: a visible step darker, and dark enough to be read there.
	 *
	 * @param Color $accent The accent.
	 * @param Color $tint   Its tint.
	 */
	private static function dark_of( Color $accent, Color $tint ): Color {
		$black = new Color( 0, 0, 0 );
		$dark  = $accent;
		for ( $amount = 0.2; $amount < 0.9; $amount += 0.05 ) {
			$dark = $accent->mix( $black, $amount );
			if ( Contrast::ratio( $dark, $tint ) >= Contrast::TEXT + 0.5 ) {
				break;
			}
		}
		return $dark;
	}
}
