<?php
/**
 * The matrices of network and portals.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use Lernwelt\Security\Domain\Roles\Matrix;
use Lernwelt\Security\Domain\Roles\MatrixStore;
use Lernwelt\Security\Domain\Roles\Overrides;

/** Puts a matrix together from roles, rights and decisions. */
final readonly class Matrices {

	/**
	 * @param MatrixStore $store  Decisions.
	 * @param Rights      $rights Rights.
	 */
	public function __construct( private MatrixStore $store, private Rights $rights ) {}

	/**
	 * One portal's matrix, or the network's.
	 *
	 * @param int $portal Site, 0 for the network.
	 */
	public function of( int $portal ): Matrix {
		$rights = $this->rights->of( $portal );
		return new Matrix(
			$portal,
			$this->store->revision( $portal ),
			self::roles(),
			$rights,
			$this->store->overrides( 0 ),
			0 === $portal ? new Overrides() : $this->store->overrides( $portal )
		);
	}

	/** @return list<string> WordPress's own roles first, as they stand in its list, then ours. */
	private static function roles(): array {
		return array_map( strval( ... ), array_keys( wp_roles()->role_names ) );
	}
}
