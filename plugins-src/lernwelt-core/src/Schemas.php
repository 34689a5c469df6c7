<?php
/**
 * JSON schemas of a plugin.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use UnexpectedValueException;

/**
 * Loads `schemas/*.json`: the contract between PHP and TypeScript. The same files feed the REST API here and the
 * generated types there. They keep to the part of JSON Schema (draft 4) that WordPress understands: no `$ref`.
 */
final class Schemas {

	/**
	 * @param string $dir Folder of the schemas, without a closing slash.
	 */
	public function __construct( private readonly string $dir ) {}

	/**
	 * One schema by its name.
	 *
	 * @param string $name File name without `.json`.
	 * @return array<string, mixed>
	 * @throws UnexpectedValueException When there is no such file, or it holds no JSON object.
	 */
	public function get( string $name ): array {
		return self::read( $this->dir . '/' . $name . '.json' );
	}

	/**
	 * One schema by its path; a file is read once per request.
	 *
	 * @param string $file Path.
	 * @return array<string, mixed>
	 * @throws UnexpectedValueException When there is no such file, or it holds no JSON object.
	 */
	public static function read( string $file ): array {
		static $cache = [];
		if ( ! isset( $cache[ $file ] ) ) {
			$json   = is_file( $file ) ? file_get_contents( $file ) : false;
			$schema = false === $json ? null : json_decode( $json, true );
			if ( ! is_array( $schema ) ) {
				throw new UnexpectedValueException( "The schema $file is missing or isn't valid JSON." );
			}
			$cache[ $file ] = $schema;
		}
		return $cache[ $file ];
	}
}
