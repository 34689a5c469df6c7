<?php
/**
 * Names of roles.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use Lernwelt\Core\Role;
use Lernwelt\Security\Domain\Roles\PortalRole;

/** Names of roles in the reader's language. */
final class RoleNames {

	/**
	 * Name of a role.
	 *
	 * @param string $role Role slug.
	 * @return string The slug itself when no such role exists.
	 */
	public static function of( string $role ): string {
		$known = PortalRole::tryFrom( $role );
		if ( null !== $known ) {
			return self::translated( $known->english_name() ) ?? $known->english_name();
		}
		return match ( $role ) {
			Role::ADMINISTRATOR => _x( 'Portal administrator', 'User role', 'lernwelt-security' ),
			Role::EDITOR        => _x( 'Editor (Redaktion)', 'User role', 'lernwelt-security' ),
			Role::AUTHOR        => _x( 'Author', 'User role', 'lernwelt-security' ),
			Role::CONTRIBUTOR   => _x( 'Contributor', 'User role', 'lernwelt-security' ),
			Role::SUBSCRIBER    => _x( 'Subscriber', 'User role', 'lernwelt-security' ),
			default             => translate_user_role( wp_roles()->role_names[ $role ] ?? $role ),
		};
	}

	/**
	 * Translation of one of our roles' names.
	 *
	 * @param string $english English name.
	 * @return string|null Null when it is none of ours.
	 */
	public static function translated( string $english ): ?string {
		return match ( $english ) {
			'Teacher'              => _x( 'Teacher', 'User role', 'lernwelt-security' ),
			'Head teacher'         => _x( 'Head teacher', 'User role', 'lernwelt-security' ),
			'Pupil'                => _x( 'Pupil', 'User role', 'lernwelt-security' ),
			'School administrator' => _x( 'School administrator', 'User role', 'lernwelt-security' ),
			'Event organiser'      => _x( 'Event organiser', 'User role', 'lernwelt-security' ),
			'Device manager'       => _x( 'Device manager', 'User role', 'lernwelt-security' ),
			'Statistics reader'    => _x( 'Statistics reader', 'User role', 'lernwelt-security' ),
			'External partner'     => _x( 'External partner', 'User role', 'lernwelt-security' ),
			default                => null,
		};
	}
}
