<?php
/**
 * How a local account comes into being.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

use WP_Admin_Bar;

/**
 * Only in the network's administration, where WordPress mails a link to choose a password: no signing up, nothing to
 * activate, no portal that makes accounts for all of them, and none that learns by an invitation who has an account
 * elsewhere. Portals give roles to those who are there.
 */
final class Invitations {

	/** Whether WordPress prints the heading of the list of accounts, which offers to invite somebody. */
	private bool $in_heading = false;

	/**
	 * Filter `map_meta_cap`.
	 *
	 * @param list<string> $required   Capabilities that are needed.
	 * @param string       $capability What was asked for.
	 * @return list<string>
	 */
	public function network_creates_accounts( array $required, string $capability ): array {
		$on_command_line = defined( 'WP_CLI' ) && WP_CLI;
		return 'create_users' === $capability && ! $on_command_line && ! is_network_admin() ? [ 'do_not_allow' ] : $required;
	}

	/**
	 * Filter `map_meta_cap`: the screen that invites an account from elsewhere asks for `promote_users`, as the list of
	 * accounts does for giving roles.
	 *
	 * @param list<string> $required   Capabilities that are needed.
	 * @param string       $capability What was asked for.
	 * @return list<string>
	 */
	public function network_invites( array $required, string $capability ): array {
		$inviting = $this->in_heading || 'user-new.php' === ( $GLOBALS['pagenow'] ?? '' );
		return 'promote_users' === $capability && $inviting ? [ ...$required, 'manage_network_users' ] : $required;
	}

	/** Action `all_admin_notices`, last. */
	public function heading_begins(): void {
		$this->in_heading = 'users.php' === ( $GLOBALS['pagenow'] ?? '' );
	}

	/** Filter `views_users`, first. */
	public function heading_ends(): void {
		$this->in_heading = false;
	}

	/** Action `admin_menu`, late. */
	public function drop_menu_entry(): void {
		if ( ! current_user_can( 'manage_network_users' ) ) {
			remove_submenu_page( 'users.php', 'user-new.php' );
			remove_submenu_page( 'profile.php', 'user-new.php' );
		}
	}

	/** Action `admin_bar_menu`, late. */
	public function drop_bar_entry( WP_Admin_Bar $bar ): void {
		if ( ! current_user_can( 'manage_network_users' ) ) {
			$bar->remove_node( 'new-user' );
		}
	}
}
