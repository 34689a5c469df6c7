<?php
/**
 * Sources of the theme.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Tests\Unit;

use FilesystemIterator;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use SplFileInfo;

/** Rules for the parent theme's files. */
final class SourcesTest extends TestCase {

	public function test_the_parent_names_no_variant(): void {
		foreach ( self::files( [ 'php', 'json', 'scss', 'ts', 'tsx' ] ) as $name => $text ) {
			self::assertDoesNotMatchRegularExpression( '/lernwelt-lsa[^.]|eure-lernwelt|startchancen|kreativpotentiale/i', $text, $name );
		}
	}

	public function test_templates_carry_no_inline_styles_or_handlers(): void {
		foreach ( self::files( [ 'php' ] ) as $name => $text ) {
			self::assertDoesNotMatchRegularExpression( '/<[^>?]+\s(style|on[a-z]+)=/', $text, $name );
			self::assertStringNotContainsString( '<script', $text, $name );
		}
	}

	public function test_every_text_is_translated(): void {
		$po = (string) file_get_contents( dirname( __DIR__, 2 ) . '/languages/lernwelt-de_DE.po' );
		foreach ( self::files( [ 'php', 'tsx' ] ) as $name => $text ) {
			preg_match_all( "/\b(?:__|_e|esc_html__|esc_html_e|esc_attr__|esc_attr_e|_n)\(\s*(?:\/\*[^*]*\*\/\s*)?'((?:[^'\\\\]|\\\\.)+)'/", $text, $found );
			foreach ( $found[1] as $english ) {
				self::assertStringContainsString( 'msgid "' . addcslashes( stripslashes( $english ), '"\\' ) . '"', $po, "$name: $english" );
			}
		}
	}

	public function test_no_translation_is_missing(): void {
		$po = (string) file_get_contents( dirname( __DIR__, 2 ) . '/languages/lernwelt-de_DE.po' );
		self::assertDoesNotMatchRegularExpression( '/msgstr(\[\d\])? ""\n(\n|$)/', $po );
	}

	public function test_every_pattern_says_what_it_is(): void {
		$patterns = glob( dirname( __DIR__, 2 ) . '/patterns/*.php' );
		self::assertIsArray( $patterns );
		self::assertGreaterThanOrEqual( 12, count( $patterns ) );
		foreach ( $patterns as $file ) {
			$text = (string) file_get_contents( $file );
			self::assertStringContainsString( 'Slug: lernwelt/' . basename( $file, '.php' ), $text );
			self::assertMatchesRegularExpression( '/ \* Title: .+\n/', $text );
			self::assertMatchesRegularExpression( '/ \* Description: .+\n/', $text );
		}
	}

	/**
	 * Own files of the parent theme.
	 *
	 * @param list<string> $extensions Which.
	 * @return array<string, string> Path to content.
	 */
	private static function files( array $extensions ): array {
		$root  = dirname( __DIR__, 2 );
		$files = [];
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $root, FilesystemIterator::SKIP_DOTS ) ) as $file ) {
			if ( ! $file instanceof SplFileInfo || ! in_array( $file->getExtension(), $extensions, true ) ) {
				continue;
			}
			$name = substr( $file->getPathname(), strlen( $root ) + 1 );
			if ( 1 !== preg_match( '~^(build|tests|tools|node_modules)/~', $name ) ) {
				$files[ $name ] = (string) file_get_contents( $file->getPathname() );
			}
		}
		self::assertNotEmpty( $files );
		return $files;
	}
}
