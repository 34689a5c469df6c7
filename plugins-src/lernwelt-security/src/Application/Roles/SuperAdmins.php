<?php
/**
 * Who may become a super administrator.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use Lernwelt\Core\PortalRoles;
use Lernwelt\Security\Domain\Roles\PortalRole;
use WP_User;

/** Keeps portal staff out of the network's administration: a role claim must never lead there, not even by mistake. */
final readonly class SuperAdmins {

	/** Filter that says whether an account logs in at the Bildungsserver. */
	public const SSO_ACCOUNT = 'lernwelt_is_sso_account';

	/**
	 * @param RoleAudit $audit Records.
	 */
	public function __construct( private RoleAudit $audit ) {}

	/**
	 * Filter `pre_update_site_option_site_admins`: WordPress, its screens and WP-CLI all come by here.
	 *
	 * @param mixed $after  Logins that shall be super administrators.
	 * @param mixed $before Logins that are.
	 */
	public function check( mixed $after, mixed $before ): mixed {
		if ( ! is_array( $after ) ) {
			return $after;
		}
		$known = is_array( $before ) ? $before : [];
		return array_values( array_filter( $after, fn ( mixed $login ): bool => in_array( $login, $known, true ) || $this->may_become( $login ) ) );
	}

	/**
	 * Action `update_site_option_site_admins`.
	 *
	 * @param mixed $after  Logins that are super administrators now.
	 * @param mixed $before Logins that were.
	 */
	public function record( mixed $after, mixed $before ): void {
		$this->audit->super_admins( self::logins( $before ), self::logins( $after ) );
	}

	/**
	 * Action `edit_user_profile`: takes the box away that would be refused, and says why.
	 *
	 * @param WP_User $user Person.
	 */
	public function explain( WP_User $user ): void {
		if ( ! is_network_admin() || user_can( $user->ID, 'manage_network_options' ) || ! self::is_staff( $user ) ) {
			return;
		}
		echo '<style>.user-super-admin-wrap{display:none}</style>';
		wp_admin_notice( esc_html__( 'This account works on portals, so it can’t become a super administrator. Use a local account of its own for the administration of the network.', 'lernwelt-security' ), [ 'type' => 'info' ] );
	}

	private function may_become( mixed $login ): bool {
		$user = is_string( $login ) ? get_user_by( 'login', $login ) : false;
		if ( ! $user instanceof WP_User || ! self::is_staff( $user ) ) {
			return true;
		}
		$this->audit->refused( $user->ID );
		return false;
	}

	private static function is_staff( WP_User $user ): bool {
		/**
		 * Filters whether an account logs in at the Bildungsserver.
		 *
		 * @param bool $sso     Whether it does.
		 * @param int  $user_id Account.
		 */
		if ( true === apply_filters( self::SSO_ACCOUNT, false, $user->ID ) ) {
			return true;
		}
		$roles = array_merge( ...array_values( PortalRoles::of( $user->ID ) ) );
		return [] !== array_filter( $roles, static fn ( string $role ): bool => null !== PortalRole::tryFrom( $role ) );
	}

	/** @return list<string> */
	private static function logins( mixed $list ): array {
		return is_array( $list ) ? array_values( array_filter( $list, 'is_string' ) ) : [];
	}
}
