<?php
/**
 * The portals' roles in WordPress.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use Lernwelt\Security\Domain\Roles\PortalRole;
use WP_Role;
use WP_Roles;

/** Makes the roles known in memory: no portal stores a copy that could differ from the others. */
final class RoleRegistration {

	/**
	 * Action `wp_roles_init`: runs again whenever WordPress goes to another portal.
	 *
	 * @param WP_Roles $roles Roles of the portal.
	 */
	public function add( WP_Roles $roles ): void {
		foreach ( PortalRole::cases() as $role ) {
			$capabilities = $role->capabilities();

			$roles->roles[ $role->value ]        = [
				'name'         => $role->english_name(),
				'capabilities' => $capabilities,
			];
			$roles->role_objects[ $role->value ] = new WP_Role( $role->value, $capabilities );
			$roles->role_names[ $role->value ]   = $role->english_name();
		}
	}

	/**
	 * Filter `pre_update_option`: when somebody changes another role, WordPress would write down ours with it.
	 *
	 * @param mixed  $value Value to be stored.
	 * @param string $name  Option.
	 */
	public function keep_out_of_database( mixed $value, string $name ): mixed {
		if ( ! is_array( $value ) || wp_roles()->role_key !== $name ) {
			return $value;
		}
		return array_diff_key( $value, array_column( PortalRole::cases(), null, 'value' ) );
	}

	/**
	 * Filter `gettext_with_context_default`: WordPress translates names of roles with its own words only.
	 *
	 * @param string $translation Translation so far.
	 * @param string $text        English.
	 * @param string $context     What it is about.
	 */
	public function translate( string $translation, string $text, string $context ): string {
		return 'User role' === $context ? RoleNames::translated( $text ) ?? $translation : $translation;
	}
}
