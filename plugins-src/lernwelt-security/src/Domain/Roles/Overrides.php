<?php
/**
 * What was decided by hand.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

/** Decisions that differ from the defaults: role → capability → whether it has it. */
final readonly class Overrides {

	/**
	 * @param array<string, array<string, bool>> $cells Role → capability → granted.
	 */
	public function __construct( private array $cells = [] ) {}

	/**
	 * From what was stored; whatever isn't a decision is left out.
	 *
	 * @param mixed $stored Stored value.
	 */
	public static function of( mixed $stored ): self {
		$cells = [];
		foreach ( is_array( $stored ) ? $stored : [] as $role => $capabilities ) {
			foreach ( is_array( $capabilities ) ? $capabilities : [] as $capability => $granted ) {
				if ( is_bool( $granted ) ) {
					$cells[ (string) $role ][ (string) $capability ] = $granted;
				}
			}
		}
		return new self( $cells );
	}

	/**
	 * The decision about one cell.
	 *
	 * @param string $role       Role slug.
	 * @param string $capability Capability.
	 * @return bool|null Null when nobody decided.
	 */
	public function get( string $role, string $capability ): ?bool {
		return $this->cells[ $role ][ $capability ] ?? null;
	}

	/**
	 * These decisions, and where there is none those of somebody else.
	 *
	 * @param self $others Decisions of the network.
	 */
	public function over( self $others ): self {
		return new self( array_replace_recursive( $others->cells, $this->cells ) );
	}

	/** @return array<string, array<string, bool>> For storing. */
	public function cells(): array {
		return $this->cells;
	}
}
