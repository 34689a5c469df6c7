<?php
/**
 * Contrast.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Design;

use Lernwelt\Core\Design\Color;
use Lernwelt\Core\Design\Contrast;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The ratios the palette was chosen by. */
final class ContrastTest extends TestCase {

	/**
	 * Known ratios.
	 *
	 * @return array<string, array{string, string, float}>
	 */
	public static function known(): array {
		return [
			'black on white'           => [ '#000000', '#FFFFFF', 21.0 ],
			'blue-600 on white'        => [ '#4C7094', '#FFFFFF', 5.18 ],
			'blue-800 on white'        => [ '#365069', '#FFFFFF', 8.37 ],
			'blue-950 on white'        => [ '#1F3347', '#FFFFFF', 12.94 ],
			'blue-950 on orange'       => [ '#1F3347', '#FB9049', 5.66 ],
			'orange-400 on white'      => [ '#FB9049', '#FFFFFF', 2.29 ],
			'orange-700 on white'      => [ '#B8500B', '#FFFFFF', 5.01 ],
			'teal accent on white'     => [ '#1F6F6B', '#FFFFFF', 5.92 ],
			'green accent on white'    => [ '#3F6B2A', '#FFFFFF', 6.27 ],
			'purple accent on white'   => [ '#7A3E74', '#FFFFFF', 7.58 ],
			'blue beside orange'       => [ '#4C7094', '#FB9049', 2.27 ],
		];
	}

	#[DataProvider( 'known' )]
	public function test_gives_the_known_ratio( string $one, string $other, float $ratio ): void {
		self::assertEqualsWithDelta( $ratio, Contrast::ratio( Color::from_hex( $one ), Color::from_hex( $other ) ), 0.006 );
		self::assertEqualsWithDelta( $ratio, Contrast::ratio( Color::from_hex( $other ), Color::from_hex( $one ) ), 0.006 );
	}

	public function test_a_shown_ratio_never_promises_too_much(): void {
		self::assertSame( 4.49, Contrast::shown( 4.4999 ) );
		self::assertSame( 4.5, Contrast::shown( 4.5 ) );
	}
}
