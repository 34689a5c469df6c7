<?php
/**
 * Tokens of theme.json.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Tests\Unit;

use Lernwelt\Core\Design\Color;
use Lernwelt\Core\Design\Pair;
use Lernwelt\Core\Design\Palette;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The theme's own tokens: complete, and readable in every pair. */
final class TokensTest extends TestCase {

	public function test_the_parent_writes_the_palette_the_code_knows(): void {
		$custom  = self::settings( 'lernwelt' )['custom'];
		$palette = Palette::of( Color::from_hex( $custom['accent'] ), Color::from_hex( $custom['tint'] ) );
		$written = array_column( self::settings( 'lernwelt' )['color']['palette'], 'color', 'slug' );
		self::assertEquals( $palette->hexes(), $written );
	}

	/**
	 * The variants.
	 *
	 * @return array<string, array{string}>
	 */
	public static function variants(): array {
		$variants = [];
		foreach ( (array) glob( dirname( __DIR__, 3 ) . '/*/style.css' ) as $file ) {
			$slug = basename( dirname( (string) $file ) );
			if ( 'lernwelt' !== $slug ) {
				$variants[ $slug ] = [ $slug ];
			}
		}
		return $variants;
	}

	public function test_there_are_five_variants(): void {
		self::assertCount( 5, self::variants() );
	}

	#[DataProvider( 'variants' )]
	public function test_every_pair_of_a_variant_can_be_read( string $slug ): void {
		$custom  = self::settings( $slug )['custom'];
		$palette = Palette::of( Color::from_hex( $custom['accent'] ), Color::from_hex( $custom['tint'] ) );
		$words   = static fn( Pair $pair ): string => "{$pair->foreground} on {$pair->background}: {$pair->shown_ratio()}";
		self::assertSame( [], array_map( $words, $palette->failures() ) );
	}

	#[DataProvider( 'variants' )]
	public function test_a_variant_is_pure_data( string $slug ): void {
		$root  = dirname( __DIR__, 3 ) . "/$slug";
		$files = [];
		foreach ( new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( $root, \FilesystemIterator::SKIP_DOTS ) ) as $file ) {
			if ( $file instanceof \SplFileInfo ) {
				$files[] = substr( $file->getPathname(), strlen( $root ) + 1 );
			}
		}
		sort( $files );
		self::assertSame( [ 'assets/favicon.svg', 'assets/logo.svg', 'style.css', 'theme.json' ], $files );
		$json = self::json( $slug );
		self::assertSame( [ '$schema', 'version', 'settings' ], array_keys( $json ) );
		self::assertSame( [ 'custom' ], array_keys( $json['settings'] ) );
		self::assertSame( [ 'accent', 'tint' ], array_keys( $json['settings']['custom'] ) );
		self::assertStringContainsString( 'Template: lernwelt', (string) file_get_contents( "$root/style.css" ) );
	}

	#[DataProvider( 'variants' )]
	public function test_the_marks_wear_the_accent( string $slug ): void {
		$accent = self::settings( $slug )['custom']['accent'];
		foreach ( [ 'logo', 'favicon' ] as $name ) {
			$svg = (string) file_get_contents( dirname( __DIR__, 3 ) . "/$slug/assets/$name.svg" );
			self::assertStringContainsString( $accent, $svg );
			self::assertDoesNotMatchRegularExpression( '/<script|<style|href|\bon\w+=|url\(/', $svg );
		}
	}

	/** What LeanBlocks takes out of pages; WordPress's own theme.json offers some of it where a theme is silent. */
	public function test_editors_are_offered_nothing_that_pages_leave_out(): void {
		$settings = self::settings( 'lernwelt' );
		$offered  = [
			'background' => [ 'backgroundImage', 'backgroundSize', 'gradient' ],
			'color'      => [ 'link', 'heading', 'button', 'customDuotone', 'defaultDuotone' ],
			'dimensions' => [ 'aspectRatio' ],
			'position'   => [ 'sticky' ],
		];
		foreach ( $offered as $group => $names ) {
			foreach ( $names as $name ) {
				self::assertFalse( $settings[ $group ][ $name ] ?? null, "$group.$name" );
			}
		}
		self::assertSame( [], $settings['color']['duotone'] );
	}

	/**
	 * Settings of a theme.
	 *
	 * @param string $slug Theme.
	 * @return array<string, mixed>
	 */
	private static function settings( string $slug ): array {
		return self::json( $slug )['settings'];
	}

	/**
	 * The whole theme.json.
	 *
	 * @param string $slug Theme.
	 * @return array<string, mixed>
	 */
	private static function json( string $slug ): array {
		$json = json_decode( (string) file_get_contents( dirname( __DIR__, 3 ) . "/$slug/theme.json" ), true );
		self::assertIsArray( $json );
		return $json;
	}
}
