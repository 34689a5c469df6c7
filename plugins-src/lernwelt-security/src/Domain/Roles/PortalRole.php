<?php
/**
 * Roles of the portals.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

use Lernwelt\Core\Role;

/** Roles that exist besides WordPress's own. The value is the role's name in WordPress. */
enum PortalRole: string {

	case Teacher          = Role::TEACHER;
	case HeadTeacher      = Role::HEAD_TEACHER;
	case Pupil            = Role::PUPIL;
	case SchoolAdmin      = Role::SCHOOL_ADMIN;
	case EventOrganiser   = Role::EVENT_ORGANISER;
	case DeviceManager    = Role::DEVICE_MANAGER;
	case StatisticsReader = Role::STATISTICS_READER;
	case Partner          = Role::PARTNER;

	/** English name, the source of its translation. */
	public function english_name(): string {
		return match ( $this ) {
			self::Teacher          => 'Teacher',
			self::HeadTeacher      => 'Head teacher',
			self::Pupil            => 'Pupil',
			self::SchoolAdmin      => 'School administrator',
			self::EventOrganiser   => 'Event organiser',
			self::DeviceManager    => 'Device manager',
			self::StatisticsReader => 'Statistics reader',
			self::Partner          => 'External partner',
		};
	}

	/**
	 * WordPress capabilities it has by default; those of the plugins are granted and never stored.
	 *
	 * @return array<string, true>
	 */
	public function capabilities(): array {
		// A pupil has no account, so there is no profile and no wp-admin to open.
		return self::Pupil === $this ? [] : [ 'read' => true ];
	}

	/**
	 * Who may give a role by hand.
	 *
	 * @param string $role Any role, also one of WordPress.
	 */
	public static function giver( string $role ): Giver {
		if ( Role::ADMINISTRATOR === $role ) {
			return Giver::Network;
		}
		return match ( self::tryFrom( $role ) ) {
			self::Pupil                                         => Giver::Nobody,
			self::Teacher, self::HeadTeacher, self::SchoolAdmin => Giver::Network,
			default                                             => Giver::Portal,
		};
	}
}
