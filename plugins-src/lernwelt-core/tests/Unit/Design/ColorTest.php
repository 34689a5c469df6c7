<?php
/**
 * Colours.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Design;

use InvalidArgumentException;
use Lernwelt\Core\Design\Color;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Reading, writing and mixing colours. */
final class ColorTest extends TestCase {

	public function test_reads_both_notations(): void {
		self::assertSame( '#4C7094', Color::from_hex( '#4c7094' )->hex() );
		self::assertSame( '#FFAA00', Color::from_hex( '#fa0' )->hex() );
	}

	/**
	 * What is no colour.
	 *
	 * @return array<string, array{string}>
	 */
	public static function rubbish(): array {
		return [
			'empty'        => [ '' ],
			'no hash'      => [ '4c7094' ],
			'name'         => [ 'red' ],
			'alpha'        => [ '#4c709480' ],
			'css'          => [ '#4c7094;}' ],
			'line feed'    => [ "#4c7094\n" ],
			'five letters' => [ '#4c709' ],
		];
	}

	#[DataProvider( 'rubbish' )]
	public function test_refuses_what_is_no_colour( string $text ): void {
		self::assertNull( Color::try_from_hex( $text ) );
		$this->expectException( InvalidArgumentException::class );
		Color::from_hex( $text );
	}

	public function test_refuses_channels_out_of_range(): void {
		$this->expectException( InvalidArgumentException::class );
		new Color( 0, 256, 0 );
	}

	public function test_mixes_between_the_ends(): void {
		$black = new Color( 0, 0, 0 );
		$white = new Color( 255, 255, 255 );
		self::assertSame( '#000000', $black->mix( $white, 0 )->hex() );
		self::assertSame( '#FFFFFF', $black->mix( $white, 1.5 )->hex() );
		self::assertSame( '#808080', $black->mix( $white, 0.5 )->hex() );
	}
}
