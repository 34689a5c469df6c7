<?php
/**
 * Rights that need a second factor.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\SecondFactor;

use Closure;
use Lernwelt\Security\Domain\Roles\Rules;

/** What makes an account an administrative one: settings, accounts, code, rights – not content. */
final class AdministrativeRights {

	private const RIGHTS = [
		// First, as whoever runs a portal has it: the rest needn't be asked then.
		'manage_options',
		'manage_network',
		'manage_sites',
		'manage_network_users',
		'manage_network_options',
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
		Rules::MANAGE,
	];

	/**
	 * Whether somebody has one of them.
	 *
	 * @param Closure(string): bool $can Answers for a right.
	 */
	public static function any( Closure $can ): bool {
		foreach ( self::RIGHTS as $right ) {
			if ( $can( $right ) ) {
				return true;
			}
		}
		return false;
	}
}
