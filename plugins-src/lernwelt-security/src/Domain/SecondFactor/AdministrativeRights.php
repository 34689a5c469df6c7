<?php
/**
 * Rights that need a second factor.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\SecondFactor;

/** What makes an account an administrative one: settings, accounts, code, rights – not content. */
final class AdministrativeRights {

	private const RIGHTS = [
		'manage_network',
		'manage_sites',
		'manage_network_users',
		'manage_network_options',
		'manage_options',
		'list_users',
		'create_users',
		'edit_users',
		'promote_users',
		'remove_users',
		'delete_users',
		'activate_plugins',
		'switch_themes',
		'edit_theme_options',
		'import',
		'export',
	];

	/**
	 * Whether administrative rights are among capabilities.
	 *
	 * @param list<string> $capabilities Capabilities of an account on any portal.
	 */
	public static function among( array $capabilities ): bool {
		return [] !== array_intersect( $capabilities, self::RIGHTS );
	}
}
