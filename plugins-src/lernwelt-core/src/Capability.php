<?php
/**
 * One right.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Closure;
use InvalidArgumentException;

/** A capability with its name for people and the roles that have it by default. */
final class Capability {

	/**
	 * @param string            $name  Begins with `lernwelt_`: a name of WordPress's own can't be redefined.
	 * @param Closure(): string $label Translated name for people; asked only when a screen shows it.
	 * @param list<string>      $roles Role slugs that have it by default.
	 * @throws InvalidArgumentException When the name isn't `lernwelt_` and lower-case letters.
	 */
	public function __construct(
		public readonly string $name,
		public readonly Closure $label,
		public readonly array $roles,
	) {
		if ( 1 !== preg_match( '/^lernwelt_[a-z_]+$/D', $name ) ) {
			throw new InvalidArgumentException( "\"$name\" can't name a capability: use lernwelt_ and lower-case letters." );
		}
	}
}
