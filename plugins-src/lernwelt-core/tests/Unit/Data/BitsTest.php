<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Data;

use Lernwelt\Core\Data\Index\Bits;
use PHPUnit\Framework\TestCase;

final class BitsTest extends TestCase {

	public function test_sets_of_every_size_hold_what_was_put_in(): void {
		foreach ( [ 0, 1, 7, 8, 9, 63, 64, 65 ] as $size ) {
			$all = 0 === $size ? [] : range( 0, $size - 1 );
			$odd = array_values( array_filter( $all, static fn ( int $number ): bool => 1 === $number % 2 ) );
			self::assertSame( $all, Bits::numbers( Bits::all( $size ) ) );
			self::assertSame( $size, Bits::count( Bits::all( $size ) ) );
			self::assertSame( [], Bits::numbers( Bits::none( $size ) ) );
			self::assertSame( $odd, Bits::numbers( Bits::of( $odd, $size ) ) );
			self::assertSame( count( $odd ), Bits::count( Bits::of( $odd, $size ) & Bits::all( $size ) ) );
		}
	}

	public function test_numbers_far_apart_survive(): void {
		self::assertSame( [ 0, 9_999 ], Bits::numbers( Bits::of( [ 9_999, 0 ], 10_000 ) ) );
	}
}
