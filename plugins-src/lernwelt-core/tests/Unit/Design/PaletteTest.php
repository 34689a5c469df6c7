<?php
/**
 * The palette.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Design;

use InvalidArgumentException;
use Lernwelt\Core\Design\Color;
use Lernwelt\Core\Design\Contrast;
use Lernwelt\Core\Design\Pair;
use Lernwelt\Core\Design\Palette;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What follows from an accent. */
final class PaletteTest extends TestCase {

	public function test_is_complete(): void {
		$slugs = [ ...array_keys( Palette::BASE ), 'accent', 'accent-dark', 'tint', 'tint-line' ];
		self::assertSame( $slugs, array_keys( Palette::of( Color::from_hex( '#4C7094' ) )->hexes() ) );
	}

	/**
	 * Accents that pass, some of them chosen by nobody yet.
	 *
	 * @return array<string, array{string}>
	 */
	public static function good_accents(): array {
		return [
			'blue'       => [ '#4C7094' ],
			'teal'       => [ '#1F6F6B' ],
			'green'      => [ '#3F6B2A' ],
			'orange'     => [ '#B8500B' ],
			'purple'     => [ '#7A3E74' ],
			'red'        => [ '#A3142B' ],
			'black'      => [ '#000000' ],
			'dark blue'  => [ '#00205B' ],
			'dark brown' => [ '#5C3A1E' ],
		];
	}

	#[DataProvider( 'good_accents' )]
	public function test_mixes_a_tint_on_which_everything_can_be_read( string $accent ): void {
		$palette = Palette::of( Color::from_hex( $accent ) );
		self::assertSame( [], array_map( self::words( ... ), $palette->failures() ) );
		self::assertGreaterThanOrEqual( Contrast::READING, Contrast::ratio( $palette->color( 'ink' ), $palette->color( 'tint' ) ) );
	}

	public function test_names_what_fails_with_the_measured_ratio(): void {
		$failures = Palette::of( Color::from_hex( '#FB9049' ) )->failures();
		$words    = array_map( self::words( ... ), $failures );
		self::assertContains( 'accent on white: 2.28, needs 4.5', $words );
	}

	public function test_hover_is_a_visible_step_darker(): void {
		foreach ( self::good_accents() as list( $hex ) ) {
			$accent  = Color::from_hex( $hex );
			$palette = Palette::of( $accent );
			self::assertLessThanOrEqual( $accent->luminance(), $palette->color( 'accent-dark' )->luminance() );
		}
	}

	public function test_knows_no_other_slugs(): void {
		$this->expectException( InvalidArgumentException::class );
		Palette::of( Color::from_hex( '#4C7094' ) )->color( 'pink' );
	}

	private static function words( Pair $pair ): string {
		return "{$pair->foreground} on {$pair->background}: {$pair->shown_ratio()}, needs {$pair->required}";
	}
}
