<?php
/**
 * Who changes the matrix.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

use Closure;
use Lernwelt\Core\Role;

/** Somebody who looks after the network, or an administrator of one portal, who can't give more than they have. */
final readonly class Changer {

	/**
	 * @param int                   $user_id User.
	 * @param bool                  $network Whether they look after the network.
	 * @param Closure(string): bool $has     Whether they have a capability on the portal themselves.
	 */
	public function __construct( public int $user_id, public bool $network, private Closure $has ) {}

	/**
	 * Why they may not make a change.
	 *
	 * @param Matrix $matrix Matrix to be changed.
	 * @param Change $change What they want.
	 * @return string Reason code, '' when they may.
	 */
	public function refusal( Matrix $matrix, Change $change ): string {
		$right = $matrix->right( $change->capability );
		if ( null === $right || ! in_array( $change->role, $matrix->roles, true ) ) {
			return 'unknown';
		}
		$fixed = $matrix->cell( $change->role, $right )->fixed;
		return match ( true ) {
			// Taking back a decision that no longer counts must stay possible.
			null !== $fixed && null !== $change->granted              => $fixed->value,
			$this->network                                            => '',
			0 === $matrix->portal                                     => 'network_only',
			Role::ADMINISTRATOR === $change->role                     => 'own_role',
			true === $change->granted && ! ( $this->has )( $change->capability ) => 'not_yours',
			default                                                   => '',
		};
	}
}
