<?php
/**
 * One row of the role matrix.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

/** A capability with its words for people. */
final readonly class Right {

	/**
	 * @param string       $name                Capability.
	 * @param string       $label               What one may do, in the reader's language.
	 * @param string       $group               Heading under which it stands.
	 * @param list<string> $roles               Roles that have it by default.
	 * @param bool         $administrators_only Whether no other role may be given it.
	 */
	public function __construct(
		public string $name,
		public string $label,
		public string $group,
		public array $roles,
		public bool $administrators_only = false,
	) {}

	/**
	 * Whether a role has it by default.
	 *
	 * @param string $role Role slug.
	 */
	public function is_default_of( string $role ): bool {
		return in_array( $role, $this->roles, true );
	}
}
