<?php
/**
 * Saved sources.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Sources;

use RuntimeException;

/** The sources of this portal with their mappings, one option each: two people may save different ones at once. */
final class ImportSources {

	/** Begin of the options' names. */
	public const OPTION = 'lernwelt_places_source_';

	/** Holds the short names. */
	public const LIST_OPTION = 'lernwelt_places_sources';

	/** A portal has at most so many. */
	public const MAX = 50;

	/**
	 * @return list<ImportSource> Sorted by name.
	 */
	public function all(): array {
		$sources = array_values( array_filter( array_map( $this->find( ... ), $this->names() ) ) );
		usort( $sources, static fn ( ImportSource $one, ImportSource $other ): int => [ mb_strtolower( $one->label ), $one->source ] <=> [ mb_strtolower( $other->label ), $other->source ] );
		return $sources;
	}

	/**
	 * @param string $source Short name.
	 */
	public function find( string $source ): ?ImportSource {
		$stored = get_option( self::OPTION . $source );
		return is_array( $stored ) && is_array( $stored['mapping'] ?? null )
			? new ImportSource( $source, (string) $stored['label'], (string) $stored['url'], (string) $stored['interval'], $stored['mapping'], (int) ( $stored['user_id'] ?? 0 ) )
			: null;
	}

	/** Whether another source can be kept. */
	public function is_full(): bool {
		return count( $this->names() ) >= self::MAX;
	}

	/**
	 * Stores a source, or its new state.
	 *
	 * @param ImportSource $source Source, checked.
	 * @throws RuntimeException When the database refuses.
	 */
	public function save( ImportSource $source ): void {
		$values = [ 'label' => $source->label, 'url' => $source->url, 'interval' => $source->interval, 'mapping' => $source->mapping, 'user_id' => $source->user_id ];
		self::store( self::OPTION . $source->source, $values );
		self::store( self::LIST_OPTION, array_values( array_unique( [ ...$this->names(), $source->source ] ) ) );
	}

	/**
	 * Forgets a source; its places and runs stay.
	 *
	 * @param string $source Short name.
	 * @throws RuntimeException When the database refuses.
	 */
	public function delete( string $source ): void {
		delete_option( self::OPTION . $source );
		self::store( self::LIST_OPTION, array_values( array_diff( $this->names(), [ $source ] ) ) );
	}

	/** @return list<string> */
	private function names(): array {
		$names = get_option( self::LIST_OPTION, [] );
		return is_array( $names ) ? array_values( array_filter( $names, is_string( ... ) ) ) : [];
	}

	/**
	 * @param array<array-key, mixed> $value Value.
	 * @throws RuntimeException When the database refuses.
	 */
	private static function store( string $option, array $value ): void {
		// WordPress answers "not written" for an unchanged value too.
		if ( ! update_option( $option, $value, false ) && get_option( $option ) !== $value ) {
			throw new RuntimeException( "The database refused the option \"$option\"." );
		}
	}
}
