<?php
/**
 * How much an account can do.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Throttle;

use Lernwelt\Core\Role;

/** The more an account can do, the fewer wrong tries it has. */
enum AccountClass: string {

	/** Roles that work behind the scenes of a portal. */
	private const BACK_OFFICE = [
		Role::EDITOR,
		Role::AUTHOR,
		Role::CONTRIBUTOR,
		Role::EVENT_ORGANISER,
		Role::DEVICE_MANAGER,
		Role::SCHOOL_ADMIN,
		Role::STATISTICS_READER,
		Role::PARTNER,
	];

	/** Whoever can change settings or accounts. */
	case Administrators = 'administrators';

	/** Editors, organisers, device managers, school administrators, statistics readers, partners. */
	case BackOffice = 'back_office';

	/** Everybody else, and names that no account has. */
	case Users = 'users';

	/**
	 * The class of an account.
	 *
	 * @param bool         $administrative Whether it has administrative rights on any portal.
	 * @param list<string> $roles          Role slugs on all portals.
	 */
	public static function of( bool $administrative, array $roles ): self {
		return match ( true ) {
			$administrative                                   => self::Administrators,
			[] !== array_intersect( $roles, self::BACK_OFFICE ) => self::BackOffice,
			default                                           => self::Users,
		};
	}
}
