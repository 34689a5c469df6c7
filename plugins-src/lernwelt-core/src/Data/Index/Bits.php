<?php
/**
 * Sets of records as bits.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data\Index;

/**
 * A set of numbers from 0 as a string, one bit each. PHP's `&` and `|` work on whole strings, so that 10,000 records
 * are intersected in microseconds. All sets of one catalogue have the same length.
 */
final class Bits {

	/** @var ?list<int> Number of bits in each byte. */
	private static ?array $bits = null;

	/**
	 * The empty set.
	 *
	 * @param int $size How many numbers there are.
	 */
	public static function none( int $size ): string {
		return str_repeat( "\0", intdiv( $size + 7, 8 ) );
	}

	/**
	 * Everything.
	 *
	 * @param int $size How many numbers there are.
	 */
	public static function all( int $size ): string {
		$all = str_repeat( "\xff", intdiv( $size, 8 ) );
		return 0 === $size % 8 ? $all : $all . chr( ( 1 << $size % 8 ) - 1 );
	}

	/**
	 * A set of numbers.
	 *
	 * @param iterable<int> $numbers Numbers below the size.
	 * @param int           $size    How many numbers there are.
	 */
	public static function of( iterable $numbers, int $size ): string {
		$bits = self::none( $size );
		foreach ( $numbers as $number ) {
			$byte          = $number >> 3;
			$bits[ $byte ] = chr( ord( $bits[ $byte ] ) | 1 << ( $number & 7 ) );
		}
		return $bits;
	}

	/**
	 * How many numbers a set has.
	 *
	 * @param string $bits Set.
	 */
	public static function count( string $bits ): int {
		self::$bits ??= array_map( static fn ( int $byte ): int => substr_count( decbin( $byte ), '1' ), range( 0, 255 ) );
		$count        = 0;
		foreach ( count_chars( $bits, 1 ) as $byte => $times ) {
			$count += self::$bits[ $byte ] * $times;
		}
		return $count;
	}

	/**
	 * The numbers of a set, from the lowest.
	 *
	 * @param string $bits Set.
	 * @return list<int>
	 */
	public static function numbers( string $bits ): array {
		$numbers = [];
		$length  = strlen( $bits );
		for ( $at = strspn( $bits, "\0" ); $at < $length; $at += 1 + strspn( $bits, "\0", $at + 1 ) ) {
			$byte = ord( $bits[ $at ] );
			for ( $bit = 0; $bit < 8; ++$bit ) {
				if ( 0 !== ( $byte & 1 << $bit ) ) {
					$numbers[] = $at * 8 + $bit;
				}
			}
		}
		return $numbers;
	}
}
