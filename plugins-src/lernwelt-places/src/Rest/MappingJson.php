<?php
/**
 * Mappings on their way to the browser.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Rest;

/** PHP knows no difference between an empty list and an empty object, and takes {"0": …} for a list; JSON does not. */
final class MappingJson {

	/**
	 * @param array<array-key, mixed> $mapping Content of a mapping file.
	 * @return array<array-key, mixed> The same, with objects where the schema wants objects.
	 */
	public static function of( array $mapping ): array {
		foreach ( [ 'pages', 'coordinates' ] as $key ) {
			if ( [] === ( $mapping[ $key ] ?? null ) ) {
				$mapping[ $key ] = (object) [];
			}
		}
		if ( isset( $mapping['id'] ) ) {
			$mapping['id'] = self::rule( $mapping['id'] );
		}
		if ( is_array( $mapping['fields'] ?? null ) ) {
			$mapping['fields'] = (object) array_map( self::rule( ... ), $mapping['fields'] );
		}
		return $mapping;
	}

	private static function rule( mixed $rule ): mixed {
		if ( ! is_array( $rule ) ) {
			return $rule;
		}
		if ( is_array( $rule['transforms'] ?? null ) ) {
			$rule['transforms'] = array_map(
				static fn ( mixed $step ): mixed => is_array( $step ) && is_array( $step['table'] ?? null ) ? [ ...$step, 'table' => (object) $step['table'] ] : $step,
				$rule['transforms']
			);
		}
		return (object) $rule;
	}
}
