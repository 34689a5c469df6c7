<?php
/**
 * Fields of nested records.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** Finds values by names with dots, and the names there are. */
final class Fields {

	/** Field with the geometry of a feature. */
	public const GEOMETRY = '@geometry';

	/** Records that {@see names()} looks at. */
	private const LOOKS_AT = 100;

	/**
	 * A value of a record. A field whose own name has dots is found first.
	 *
	 * @param array<array-key, mixed> $values Record.
	 * @param string                  $name   Name; numbers are places in a list.
	 */
	public static function get( array $values, string $name ): mixed {
		if ( array_key_exists( $name, $values ) ) {
			return $values[ $name ];
		}
		$here = $values;
		foreach ( explode( '.', $name ) as $step ) {
			if ( ! is_array( $here ) || ! array_key_exists( $step, $here ) ) {
				return null;
			}
			$here = $here[ $step ];
		}
		return $here;
	}

	/**
	 * Names of single values and of lists in the first records.
	 *
	 * @param iterable<Row> $rows Records.
	 * @return list<string>
	 */
	public static function names( iterable $rows ): array {
		$names = [];
		$count = 0;
		foreach ( $rows as $row ) {
			foreach ( $row->values as $name => $value ) {
				// A name of digits is a number to PHP.
				$names += self::GEOMETRY === $name ? [] : self::flat( (string) $name, $value );
			}
			if ( ++$count >= self::LOOKS_AT ) {
				break;
			}
		}
		return array_map( strval( ... ), array_keys( $names ) );
	}

	/**
	 * @return array<array-key, true>
	 */
	private static function flat( string $name, mixed $value ): array {
		if ( ! is_array( $value ) || array_is_list( $value ) ) {
			return [ $name => true ];
		}
		$names = [];
		foreach ( $value as $inner => $deeper ) {
			$names += self::flat( "$name.$inner", $deeper );
		}
		return $names;
	}
}
