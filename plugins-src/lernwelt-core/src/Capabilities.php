<?php
/**
 * Who may do what.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use LogicException;

/**
 * List of the plugins' capabilities. Rights follow from a user's roles at every question and are stored nowhere:
 * a changed default takes effect at once on all portals, and a removed plugin leaves nothing behind.
 */
final class Capabilities {

	/** @var array<string, Capability> */
	private array $capabilities = [];

	/**
	 * Makes a capability known.
	 *
	 * @param Capability $capability Capability.
	 * @throws LogicException When two plugins claim one name.
	 */
	public function register( Capability $capability ): void {
		if ( isset( $this->capabilities[ $capability->name ] ) ) {
			throw new LogicException( "The capability \"{$capability->name}\" is registered twice." );
		}
		$this->capabilities[ $capability->name ] = $capability;
	}

	/**
	 * All known capabilities, in the order of their registration.
	 *
	 * @return list<Capability>
	 */
	public function all(): array {
		return array_values( $this->capabilities );
	}

	/**
	 * Adds what the roles give; filter `user_has_cap`.
	 *
	 * @param array<string, bool> $granted  Rights found so far.
	 * @param list<string>        $required Primitive capabilities that were asked for.
	 * @param list<string>        $roles    The user's roles on the portal in question.
	 * @return array<string, bool>
	 */
	public function grant( array $granted, array $required, array $roles ): array {
		foreach ( $required as $name ) {
			if ( isset( $this->capabilities[ $name ] ) && [] !== array_intersect( $this->capabilities[ $name ]->roles, $roles ) ) {
				$granted[ $name ] = true;
			}
		}
		return $granted;
	}
}
