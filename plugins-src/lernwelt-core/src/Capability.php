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
	 * @param string                   $name                Begins with `lernwelt_`: a name of WordPress's own can't be redefined.
	 * @param Closure(): string        $label               Translated name for people, says what one may do; asked only when a screen shows it.
	 * @param list<string>             $roles               Role slugs that have it by default.
	 * @param (Closure(): string)|null $group               Translated heading under which the role matrix lists it, e.g. "Learning places".
	 * @param bool                     $administrators_only Whether it is so mighty that no other role may ever be given it.
	 * @throws InvalidArgumentException When the name isn't `lernwelt_` and lower-case letters.
	 */
	public function __construct(
		public readonly string $name,
		public readonly Closure $label,
		public readonly array $roles,
		public readonly ?Closure $group = null,
		public readonly bool $administrators_only = false,
	) {
		if ( 1 !== preg_match( '/^lernwelt_[a-z_]+$/D', $name ) ) {
			throw new InvalidArgumentException( "\"$name\" can't name a capability: use lernwelt_ and lower-case letters." );
		}
	}
}
