<?php
/**
 * Roles and the role matrix.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security;

use Lernwelt\Core\Services;
use Lernwelt\Security\Application\Roles\GivingRoles;
use Lernwelt\Security\Application\Roles\RoleRegistration;

/** Registers the roles and lets the matrix decide what they may. */
final readonly class RoleHooks {

	/**
	 * @param string   $file     Main file of the plugin.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		$this->hook_roles( new RoleRegistration(), new GivingRoles() );
	}

	private function hook_roles( RoleRegistration $roles, GivingRoles $giving ): void {
		add_action( 'wp_roles_init', $roles->add( ... ) );
		add_filter( 'pre_update_option', $roles->keep_out_of_database( ... ), 10, 2 );
		add_filter( 'gettext_with_context_default', $roles->translate( ... ), 10, 3 );
		add_filter( 'editable_roles', $giving->choices( ... ) );
		add_filter( 'map_meta_cap', $giving->protect( ... ), 10, 4 );
	}
}
