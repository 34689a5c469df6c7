<?php
/**
 * Finds terms by what a source calls them.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** The terms of one taxonomy; a source may use the slug or the name, in any case. */
final class Terms {

	/** @var array<string, string> Folded slug or name → slug. */
	private array $slugs = [];

	/**
	 * @param array<string, string> $names Slug → name.
	 */
	public function __construct( array $names ) {
		foreach ( $names as $slug => $name ) {
			$this->slugs[ self::fold( $name ) ] = (string) $slug;
		}
		foreach ( array_keys( $names ) as $slug ) {
			$this->slugs[ self::fold( (string) $slug ) ] = (string) $slug;
		}
	}

	/**
	 * @param string $word Slug or name.
	 * @return ?string Slug; null when there is no such term.
	 */
	public function find( string $word ): ?string {
		return $this->slugs[ self::fold( $word ) ] ?? null;
	}

	/**
	 * Makes words comparable: white space and case don't matter.
	 *
	 * @param string $word Valid UTF-8.
	 */
	public static function fold( string $word ): string {
		return mb_strtolower( trim( (string) preg_replace( '/[\s\x{00A0}\x{202F}]+/u', ' ', $word ) ) );
	}
}
