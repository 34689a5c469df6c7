<?php
/**
 * Who may do what on one portal, or by default on all.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

/** Roles × rights with everything that decides about them. */
final readonly class Matrix {

	/**
	 * @param int          $portal   Site, 0 for the network's own matrix.
	 * @param int          $revision Grows with each change of this portal's decisions.
	 * @param list<string> $roles    Role slugs, in the order of the columns.
	 * @param list<Right>  $rights   Rights, in the order of the rows.
	 * @param Overrides    $network  Decisions of the network.
	 * @param Overrides    $own      Decisions of the portal; none for the network.
	 */
	public function __construct(
		public int $portal,
		public int $revision,
		public array $roles,
		public array $rights,
		private Overrides $network,
		private Overrides $own,
	) {}

	/**
	 * One cell.
	 *
	 * @param string $role  Role slug.
	 * @param Right  $right Right.
	 */
	public function cell( string $role, Right $right ): Cell {
		$default = $right->is_default_of( $role );
		return new Cell( $default, $this->network->get( $role, $right->name ), $this->own->get( $role, $right->name ), Rules::fixed( $role, $right->name, $default, $right->administrators_only ) );
	}

	/**
	 * A right by its name.
	 *
	 * @param string $name Capability.
	 */
	public function right( string $name ): ?Right {
		foreach ( $this->rights as $right ) {
			if ( $right->name === $name ) {
				return $right;
			}
		}
		return null;
	}
}
