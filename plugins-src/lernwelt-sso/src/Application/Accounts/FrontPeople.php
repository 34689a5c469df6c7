<?php
/**
 * People who have nothing to do in wp-admin.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use Lernwelt\Core\Role;
use WP_User;

/** Keeps people of the front end there: no admin bar, no dashboard. */
final readonly class FrontPeople {

	/** Roles whose pages are all on the front end. */
	private const ROLES = [ Role::TEACHER, Role::HEAD_TEACHER, Role::SCHOOL_ADMIN, Role::PARTNER ];

	/**
	 * Filter `show_admin_bar`.
	 *
	 * @param bool $show Decision so far.
	 */
	public function shows_bar( bool $show ): bool {
		return $show && ! $this->stays_in_front( wp_get_current_user() );
	}

	/** Action `auth_redirect`, which fires at every page of wp-admin before its menu is built. */
	public function lead_back(): void {
		if ( $this->stays_in_front( wp_get_current_user() ) ) {
			nocache_headers();
			wp_safe_redirect( home_url( '/' ) );
			exit;
		}
	}

	/**
	 * Whether somebody has no page in wp-admin. Who was given more by the role matrix has.
	 *
	 * @param WP_User $user Account.
	 */
	public function stays_in_front( WP_User $user ): bool {
		return [] !== $user->roles && [] === array_diff( $user->roles, self::ROLES ) && ! $user->has_cap( 'edit_posts' ) && ! $user->has_cap( 'manage_network' );
	}
}
