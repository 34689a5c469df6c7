<?php
/**
 * Roles given and taken.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use WP_User;

/** Records every role that a person gets or loses, whoever does it: the only place that does. */
final readonly class RoleAudit {

	/**
	 * @param AuditLog $audit Takes events.
	 */
	public function __construct( private AuditLog $audit ) {}

	/**
	 * Action `add_user_role`; WordPress fires it for `set_role()` as well.
	 *
	 * @param int    $user_id Person.
	 * @param string $role    Role slug.
	 */
	public function granted( int $user_id, string $role ): void {
		$this->record( 'granted', $user_id, $role, get_current_blog_id() );
	}

	/**
	 * Action `remove_user_role`.
	 *
	 * @param int    $user_id Person.
	 * @param string $role    Role slug.
	 */
	public function revoked( int $user_id, string $role ): void {
		$this->record( 'revoked', $user_id, $role, get_current_blog_id() );
	}

	/**
	 * Action `remove_user_from_blog`: all roles go with the membership, and WordPress tells nobody.
	 *
	 * @param int $user_id Person.
	 * @param int $portal  Site.
	 */
	public function left( int $user_id, int $portal ): void {
		foreach ( ( new WP_User( $user_id, '', $portal ) )->roles as $role ) {
			$this->record( 'revoked', $user_id, (string) $role, $portal );
		}
	}

	/**
	 * Records a change of the list of super administrators.
	 *
	 * @param list<string> $before Logins.
	 * @param list<string> $after  Logins.
	 */
	public function super_admins( array $before, array $after ): void {
		foreach ( [ 'granted' => array_diff( $after, $before ), 'revoked' => array_diff( $before, $after ) ] as $action => $logins ) {
			foreach ( $logins as $login ) {
				$user = get_user_by( 'login', $login );
				$this->record( $action, $user instanceof WP_User ? $user->ID : 0, 'super_admin', 0 );
			}
		}
	}

	/**
	 * Records that somebody wasn't made a super administrator.
	 *
	 * @param int $user_id Person.
	 */
	public function refused( int $user_id ): void {
		$this->audit->record( new AuditEvent( 'role', 'refused', 'portal_staff', object: "user:$user_id", portal: 0, details: [ 'role' => 'super_admin' ] ) );
	}

	private function record( string $action, int $user_id, string $role, int $portal ): void {
		$this->audit->record( new AuditEvent( 'role', $action, object: "user:$user_id", portal: $portal, details: [ 'role' => $role ] ) );
	}
}
