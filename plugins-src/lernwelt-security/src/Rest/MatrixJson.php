<?php
/**
 * The matrix as an answer.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Rest;

use Lernwelt\Security\Application\Roles\ExplanationWords;
use Lernwelt\Security\Application\Roles\RoleNames;
use Lernwelt\Security\Domain\Roles\Change;
use Lernwelt\Security\Domain\Roles\Changer;
use Lernwelt\Security\Domain\Roles\Fixed;
use Lernwelt\Security\Domain\Roles\Matrix;
use Lernwelt\Security\Domain\Roles\Right;

/** Turns a matrix into what schemas/role-matrix.json says. */
final class MatrixJson {

	/**
	 * The whole answer.
	 *
	 * @param Matrix  $matrix  Matrix.
	 * @param Changer $changer Who looks: cells they can't change say why.
	 * @return array<string, mixed>
	 */
	public static function of( Matrix $matrix, Changer $changer ): array {
		return [
			'portal'   => $matrix->portal,
			'revision' => $matrix->revision,
			'roles'    => array_map(
				static fn ( string $role ): array => [
					'role' => $role,
					'name' => RoleNames::of( $role ),
				],
				$matrix->roles
			),
			'rights'   => array_map(
				static fn ( Right $right ): array => [
					'capability' => $right->name,
					'label'      => $right->label,
					'group'      => $right->group,
					'cells'      => array_map( static fn ( string $role ): array => self::cell( $matrix, $changer, $role, $right ), $matrix->roles ),
				],
				$matrix->rights
			),
		];
	}

	/** @return array<string, mixed> */
	private static function cell( Matrix $matrix, Changer $changer, string $role, Right $right ): array {
		$cell     = $matrix->cell( $role, $right );
		$decision = 0 === $matrix->portal ? $cell->network : $cell->portal;
		$to_yes   = $changer->refusal( $matrix, new Change( $role, $right->name, true ) );
		$to_no    = $changer->refusal( $matrix, new Change( $role, $right->name, false ) );
		return [
			'granted'   => $cell->granted,
			'decision'  => null === $decision ? 'inherited' : ( $decision ? 'yes' : 'no' ),
			'inherited' => 0 === $matrix->portal && null === $cell->fixed ? $cell->default : $cell->inherited(),
			'locked'    => '' === $to_no ? '' : self::reason( $to_no, $cell->fixed ),
			'no_yes'    => '' === $to_yes ? '' : self::reason( $to_yes, $cell->fixed ),
		];
	}

	private static function reason( string $code, ?Fixed $fixed ): string {
		return match ( true ) {
			null !== $fixed          => ExplanationWords::fixed( $fixed ),
			'own_role' === $code     => __( 'Only the administration of the network changes what portal administrators may do.', 'lernwelt-security' ),
			'not_yours' === $code    => __( 'You don’t have this right yourself, so you can’t give it.', 'lernwelt-security' ),
			default                  => __( 'Only the administration of the network can change this.', 'lernwelt-security' ),
		};
	}
}
