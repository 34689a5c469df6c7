<?php
/**
 * Part of a file.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Gate;

/** One range of bytes, so that a film can be wound forward. */
final readonly class ByteRange {

	/**
	 * @param int $first First byte.
	 * @param int $last  Last byte.
	 */
	private function __construct( public int $first, public int $last ) {}

	/**
	 * Reads the header `Range`.
	 *
	 * @param string $header Header, '' when it was not sent.
	 * @param int    $size   Size of the file in bytes.
	 * @return self|false|null Null for the whole file (also for headers that are not understood, as RFC 9110 has it), false
	 *                         when the range lies outside.
	 */
	public static function of( string $header, int $size ): self|false|null {
		if ( 1 !== preg_match( '/^bytes=(\d{0,15})-(\d{0,15})$/D', $header, $match ) || '-' === substr( $header, 6 ) ) {
			return null;
		}
		[ , $from, $to ] = $match;
		if ( '' === $from ) {
			$length = min( (int) $to, $size );
			return 0 === $length ? false : new self( $size - $length, $size - 1 );
		}
		$last = '' === $to ? $size - 1 : min( (int) $to, $size - 1 );
		if ( '' !== $to && (int) $to < (int) $from ) {
			return null;
		}
		return (int) $from > $last ? false : new self( (int) $from, $last );
	}

	/** Number of bytes. */
	public function length(): int {
		return $this->last - $this->first + 1;
	}
}
