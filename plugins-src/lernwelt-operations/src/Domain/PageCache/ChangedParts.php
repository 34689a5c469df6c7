<?php
/**
 * What changed.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Domain\PageCache;

use Lernwelt\Core\PageParts;

/** Knows which copies of pages a change concerns. */
final readonly class ChangedParts {

	/** @var array<string, true> */
	private array $parts;

	/** @var array<string, true> Kinds (first letter) of which something changed. */
	private array $kinds;

	/** @var list<string> Kinds of which everything changed. */
	private array $whole;

	/**
	 * @param list<string> $parts Parts, see Lernwelt\Core\PageParts.
	 */
	public function __construct( array $parts ) {
		$this->parts = array_fill_keys( $parts, true );
		$this->kinds = array_fill_keys( array_map( static fn ( string $part ): string => substr( $part, 0, 1 ), $parts ), true );
		$this->whole = array_values( array_map( static fn ( string $part ): string => substr( $part, 0, 1 ), array_filter( $parts, static fn ( string $part ): bool => 1 === preg_match( '/^[a-z]\*$/D', $part ) ) ) );
	}

	/**
	 * Whether a copy shows any of it.
	 *
	 * @param Entry $entry Copy of a page.
	 */
	public function concern( Entry $entry ): bool {
		if ( isset( $this->parts[ PageParts::EVERYTHING ] ) || isset( $this->parts[ PageParts::address( $entry->path() ) ] ) ) {
			return true;
		}
		foreach ( $entry->parts as $part ) {
			$kind = substr( $part, 0, 1 );
			if ( isset( $this->parts[ $part ] ) || in_array( $kind, $this->whole, true ) || ( "$kind*" === $part && isset( $this->kinds[ $kind ] ) ) ) {
				return true;
			}
		}
		return false;
	}
}
