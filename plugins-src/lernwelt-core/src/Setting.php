<?php
/**
 * One group of settings.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Closure;
use InvalidArgumentException;

/** A group of settings that each portal stores as one option. */
final class Setting {

	/**
	 * @param string                                                   $key         Option name, begins with `lernwelt_`.
	 * @param string                                                   $schema_file Path of a JSON schema of type object.
	 * @param array<string, mixed>                                     $defaults    Value of every field while a portal has stored none.
	 * @param (Closure(array<string, mixed>): array<string, string>)|null $check    Rules a schema can't say (pure): gets the
	 *                                                                             new values that fit the schema, returns field → reason code.
	 * @throws InvalidArgumentException When the key doesn't begin with `lernwelt_`.
	 */
	public function __construct(
		public readonly string $key,
		public readonly string $schema_file,
		public readonly array $defaults,
		public readonly ?Closure $check = null,
	) {
		if ( 1 !== preg_match( '/^lernwelt_[a-z_]+$/D', $key ) ) {
			throw new InvalidArgumentException( "\"$key\" can't name a setting: use lernwelt_ and lower-case letters." );
		}
	}
}
