<?php
/**
 * Explains rights.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use Lernwelt\Security\Domain\Roles\Explanation;
use Lernwelt\Security\Domain\Roles\Grant;
use WP_User;

/** Finds out why a person may do something on a portal, or why not. */
final readonly class Explain {

	/** Filter that says where a role of a person comes from: `sso`, `local` or ''. */
	public const ORIGIN = 'lernwelt_role_origin';

	/**
	 * @param Matrices $matrices Matrices.
	 */
	public function __construct( private Matrices $matrices ) {}

	/**
	 * Explains one right of one person.
	 *
	 * @param int    $user_id    Person.
	 * @param string $capability Capability.
	 * @param int    $portal     Site.
	 * @return Explanation|null Null when there is no such person or right.
	 */
	public function run( int $user_id, string $capability, int $portal ): ?Explanation {
		$matrix = $this->matrices->of( $portal );
		$right  = $matrix->right( $capability );
		if ( null === $right || ! get_userdata( $user_id ) instanceof WP_User ) {
			return null;
		}
		$person = new WP_User( $user_id, '', $portal );
		$grants = [];
		foreach ( $person->roles as $role ) {
			/**
			 * Filters where a role of a person comes from.
			 *
			 * @param string $origin  `sso`, `local` or '' when nobody knows.
			 * @param int    $user_id Person.
			 * @param int    $portal  Site.
			 * @param string $role    Role slug.
			 */
			$origin   = apply_filters( self::ORIGIN, '', $user_id, $portal, $role );
			$grants[] = new Grant( (string) $role, is_string( $origin ) ? $origin : '', $matrix->cell( (string) $role, $right ) );
		}
		// Plugins' rights are never stored with a person.
		$in_person = in_array( $capability, WordPressRights::NAMES, true ) ? $person->caps[ $capability ] ?? null : null;
		return new Explanation( $right, user_can( $user_id, 'manage_network_options' ), $grants, is_bool( $in_person ) ? $in_person : null );
	}
}
