<?php
/**
 * A picture of the map.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Domain\Map;

use InvalidArgumentException;

/** Bytes that really are a picture of a kind browsers show, and not too many of them. */
final readonly class TileImage {
	/** Largest picture, in bytes. */
	public const MAX_BYTES = 524288;

	/** Type → how such a file begins. */
	private const BEGINNINGS = [
		'image/png'  => "\x89PNG\r\n\x1A\n",
		'image/jpeg' => "\xFF\xD8\xFF",
		'image/webp' => 'RIFF',
	];

	/**
	 * @param string $type  Type.
	 * @param string $bytes Content.
	 * @throws InvalidArgumentException When it is something else, or too large.
	 */
	public function __construct( public string $type, public string $bytes ) {
		$beginning = self::BEGINNINGS[ $type ] ?? '';
		if ( '' === $beginning || ! str_starts_with( $bytes, $beginning ) || strlen( $bytes ) > self::MAX_BYTES ) {
			throw new InvalidArgumentException( 'This is no picture of the map.' );
		}
	}

	/**
	 * A picture whose type isn't written beside it.
	 *
	 * @param string $bytes Content.
	 * @throws InvalidArgumentException When it is no picture.
	 */
	public static function from_bytes( string $bytes ): self {
		foreach ( self::BEGINNINGS as $type => $beginning ) {
			if ( str_starts_with( $bytes, $beginning ) ) {
				return new self( $type, $bytes );
			}
		}
		throw new InvalidArgumentException( 'This is no picture of the map.' );
	}
}
