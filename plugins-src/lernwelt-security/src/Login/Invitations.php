<?php
/**
 * How a local account comes into being.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

/**
 * Only in the network's administration, where WordPress mails a link to choose a password: no signing up, nothing to
 * activate, and no portal that makes accounts for all of them.
 */
final class Invitations {

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
}
