<?php
/**
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Tests\Unit;

use Lernwelt\Portal\Domain\Svg\Inspector;
use Lernwelt\Portal\Domain\Svg\Refusal;
use Lernwelt\Portal\Domain\Svg\Refused;
use Lernwelt\Portal\Domain\Svg\Source;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class SvgInspectorTest extends TestCase {
	private const FILES = __DIR__ . '/../files/svg';

	#[DataProvider( 'hostile' )]
	public function test_refuses( string $file, string $reason ): void {
		try {
			( new Inspector() )->inspect( (string) file_get_contents( $file ) );
			self::fail( 'was accepted' );
		} catch ( Refused $refused ) {
			self::assertSame( $reason, $refused->reason->value, $refused->getMessage() );
		}
	}

	/**
	 * @return iterable<string, array{string, string}> The name of a file begins with the reason it is refused for.
	 */
	public static function hostile(): iterable {
		foreach ( (array) glob( self::FILES . '/hostile/*.svg' ) as $file ) {
			yield basename( (string) $file ) => [ (string) $file, explode( '--', basename( (string) $file ) )[0] ];
		}
	}

	#[DataProvider( 'friendly' )]
	public function test_accepts_what_drawing_programs_write( string $name, int $width, int $height ): void {
		$size = ( new Inspector() )->inspect( (string) file_get_contents( self::FILES . "/friendly/$name.svg" ) );
		self::assertSame( [ $width, $height ], [ $size->width, $size->height ] );
	}

	/**
	 * @return iterable<string, array{string, int, int}>
	 */
	public static function friendly(): iterable {
		yield 'one shape' => [ 'minimal', 10, 10 ];
		yield 'width and height win over the viewBox' => [ 'logo-with-title', 120, 48 ];
		yield 'gradients, clip path, use, commas in the viewBox' => [ 'gradient-and-clip', 100, 50 ];
		yield 'attributes of a well-known drawing program' => [ 'illustrator-like', 250, 100 ];
		yield 'text' => [ 'text-logo', 200, 32 ];
		yield 'three thousand points' => [ 'many-points', 10, 10 ];
	}

	public function test_refuses_more_than_a_logo_needs(): void {
		$svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><!--%s--></svg>';
		$fit = sprintf( $svg, str_repeat( 'x', Source::MAX_BYTES - strlen( $svg ) + 2 ) );
		self::assertSame( 1, ( new Inspector() )->inspect( $fit )->width );

		$this->expectExceptionObject( new Refused( Refusal::TooLarge ) );
		( new Inspector() )->inspect( $fit . ' ' );
	}

	public function test_every_reason_has_a_hostile_file(): void {
		$tested = array_map( static fn ( array $set ): string => $set[1], iterator_to_array( self::hostile() ) );
		$all    = array_map( static fn ( Refusal $reason ): string => $reason->value, Refusal::cases() );
		self::assertSame( [ 'too_large' ], array_values( array_diff( $all, $tested ) ), 'too_large is built in a test of its own' );
	}

	public function test_a_refusal_names_the_place_but_never_the_value(): void {
		try {
			( new Inspector() )->inspect( '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><use href="https://evil.example/"/></svg>' );
			self::fail( 'was accepted' );
		} catch ( Refused $refused ) {
			self::assertSame( 'href', $refused->detail );
			self::assertStringNotContainsString( 'evil', $refused->getMessage() );
		}
	}

	public function test_the_parser_is_left_as_it_was_found(): void {
		$before = libxml_use_internal_errors( false );
		try {
			( new Inspector() )->inspect( '<svg' );
			self::fail( 'was accepted' );
		} catch ( Refused ) {
			self::assertFalse( libxml_use_internal_errors() );
			self::assertSame( [], libxml_get_errors() );
		} finally {
			libxml_use_internal_errors( $before );
		}
	}
}
