<?php
/**
 * Kinds of rights.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/** Lists of WordPress's capabilities that more than one plugin has to agree on. */
final class Rights {

	/** What makes an account an administrative one: settings, accounts, code – not content. */
	public const ADMINISTRATIVE = [
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
	];
}
