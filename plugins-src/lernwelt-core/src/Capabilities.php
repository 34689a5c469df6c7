<?php
/**
 * Who may do what.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Closure;
use LogicException;

/**
 * List of the plugins' capabilities. Rights follow from a user's roles at every question and are stored nowhere:
 * a changed default takes effect at once on all portals, and a removed plugin leaves nothing behind.
 */
final class Capabilities {

	/** @var array<string, Capability> */
	private array $capabilities = [];

	/** @var ?Closure(string, string, bool): bool */
	private ?Closure $decide = null;

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
	 * One known capability.
	 *
	 * @param string $name Capability.
	 */
	public function find( string $name ): ?Capability {
		return $this->capabilities[ $name ] ?? null;
	}

	/**
	 * Lets somebody decide instead of the default roles; lernwelt-security's role matrix does.
	 *
	 * @param Closure(string, string, bool): bool $decide Whether the capability goes with the role; gets both and the default.
	 */
	public function decide_by( Closure $decide ): void {
		$this->decide = $decide;
	}

	/**
	 * Whether a role has a registered capability on the current portal.
	 *
	 * @param string $name Capability.
	 * @param string $role Role slug.
	 */
	public function has( string $name, string $role ): bool {
		if ( ! isset( $this->capabilities[ $name ] ) ) {
			return false;
		}
		$default = in_array( $role, $this->capabilities[ $name ]->roles, true );
		return null === $this->decide ? $default : ( $this->decide )( $name, $role, $default );
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
			foreach ( $roles as $role ) {
				if ( $this->has( $name, $role ) ) {
					$granted[ $name ] = true;
				}
			}
		}
		return $granted;
	}
}
