<?php
/**
 * What a page shows.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Domain\PageCache;

/** Collects the parts of a page and writes them into one header line that never grows too long. */
final class ShownParts {

	/** Bytes of the line at most: web servers read the head of an answer into one small buffer. */
	private const BYTES = 1500;

	/** @var array<string, array<string, true>> Kind (first letter) → parts. */
	private array $kinds = [];

	/**
	 * Takes parts; what could break the line is no part.
	 *
	 * @param string ...$parts Parts, see Lernwelt\Core\PageParts.
	 */
	public function add( string ...$parts ): void {
		foreach ( $parts as $part ) {
			if ( 1 === preg_match( '/^[a-z][A-Za-z0-9_*-]{1,64}$/D', $part ) && ! isset( $this->kinds[ $part[0] ]["$part[0]*"] ) ) {
				$this->kinds[ $part[0] ][ $part ] = true;
			}
		}
	}

	/** All parts with spaces between them. When they are too many, the kind that needs most of the line becomes "any of it". */
	public function line(): string {
		$kinds = array_map( static fn ( array $parts ): array => array_map( strval( ... ), array_keys( $parts ) ), $this->kinds );
		while ( strlen( self::join( $kinds ) ) > self::BYTES ) {
			$longest           = array_keys( $kinds, self::longest( $kinds ), true )[0];
			$kinds[ $longest ] = [ "$longest*" ];
		}
		return self::join( $kinds );
	}

	/** @param array<string, list<string>> $kinds Kind → parts. */
	private static function join( array $kinds ): string {
		return implode( ' ', array_merge( [], ...array_values( $kinds ) ) );
	}

	/**
	 * @param array<string, list<string>> $kinds Kind → parts.
	 * @return list<string>
	 */
	private static function longest( array $kinds ): array {
		usort( $kinds, static fn ( array $one, array $other ): int => strlen( implode( ' ', $other ) ) <=> strlen( implode( ' ', $one ) ) );
		return $kinds[0] ?? [];
	}
}
