<?php
/**
 * What the matrix can't change.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

use Lernwelt\Core\Role;

/** Cells that are fixed, whatever somebody has stored: nobody may lock everybody out, and no role may outgrow its portal. */
final class Rules {

	/** Right to look at the matrix and to change it for one's own portal. */
	public const MANAGE = 'lernwelt_manage_roles';

	/** Rights that administrators of a portal always have: without them nobody could repair a portal. */
	private const ALWAYS = [ self::MANAGE, 'edit_posts', 'edit_pages' ];

	/**
	 * The fixed answer for a role and a right.
	 *
	 * @param string $role                Role slug.
	 * @param string $capability          Capability.
	 * @param bool   $default             Whether the role has it by default.
	 * @param bool   $administrators_only Whether no other role may be given it.
	 * @return Fixed|null Null when the matrix decides.
	 */
	public static function fixed( string $role, string $capability, bool $default, bool $administrators_only ): ?Fixed {
		if ( Role::ADMINISTRATOR === $role ) {
			return in_array( $capability, self::ALWAYS, true ) ? Fixed::AdministratorsKeep : null;
		}
		if ( $administrators_only ) {
			return Fixed::AdministratorsOnly;
		}
		// Whoever has no account can't own anything: what pupils may do is made for them, nothing else can be given.
		return PortalRole::Pupil->value === $role && ! $default ? Fixed::NotForPupils : null;
	}
}
