<?php
/**
 * What happens to settings.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Audit;

use Closure;
use Lernwelt\Core\AuditEvent;

/** Records who changed which setting, never its value: that could be a secret or somebody's address. */
final readonly class SettingEvents {

	/** Options of WordPress that decide what a portal is, shows or allows. */
	private const OPTIONS = [
		'admin_email',
		'blog_charset',
		'blog_public',
		'blogdescription',
		'blogname',
		'date_format',
		'default_category',
		'default_role',
		'gmt_offset',
		'home',
		'new_admin_email',
		'page_for_posts',
		'page_on_front',
		'permalink_structure',
		'posts_per_page',
		'show_on_front',
		'site_icon',
		'siteurl',
		'start_of_week',
		'stylesheet',
		'template',
		'time_format',
		'timezone_string',
		'upload_path',
		'upload_url_path',
		'users_can_register',
		'WPLANG',
		'wp_page_for_privacy_policy',
	];

	/** The same for the network. */
	private const NETWORK = [
		'add_new_users',
		'admin_email',
		'banned_email_domains',
		'blog_upload_space',
		'fileupload_maxk',
		'illegal_names',
		'limited_email_domains',
		'menu_items',
		'new_admin_email',
		'registration',
		'registrationnotification',
		'site_admins',
		'site_name',
		'upload_filetypes',
		'upload_space_check_disabled',
		'WPLANG',
	];

	/** Beginning of our own settings. What no person sets begins with `lw_` instead. */
	private const OURS = 'lernwelt_';

	/** Older names that no person sets either: a folder, and a note of the network's setup. Nothing may be added here. */
	private const NO_SETTINGS = [ 'lernwelt_places_import_folder', 'lernwelt_set_up' ];

	/**
	 * @param Closure(AuditEvent): void $record Takes events.
	 */
	public function __construct( private Closure $record ) {}

	/**
	 * A portal's option was added, updated or deleted.
	 *
	 * @param string $name Option.
	 */
	public function option( string $name ): void {
		$is_roles = str_ends_with( $name, 'user_roles' );
		if ( $is_roles || $this->is_setting( $name, self::OPTIONS ) ) {
			$this->say( 'setting', 'changed', 'option', $name );
		}
	}

	/**
	 * The network's option was added, updated or deleted.
	 *
	 * @param string $name Option.
	 */
	public function network_option( string $name ): void {
		if ( $this->is_setting( $name, self::NETWORK ) ) {
			$this->say( 'setting', 'changed', 'network-option', $name, 0 );
		}
	}

	/**
	 * A plugin was switched on or off.
	 *
	 * @param string $action       `activated` or `deactivated`.
	 * @param string $plugin       Main file relative to the plugins' folder.
	 * @param bool   $network_wide Whether for all portals.
	 */
	public function plugin( string $action, string $plugin, bool $network_wide ): void {
		$this->say( 'plugin', $action, 'plugin', str_contains( $plugin, '/' ) ? dirname( $plugin ) : $plugin, $network_wide ? 0 : null );
	}

	/** @param list<string> $known */
	private function is_setting( string $name, array $known ): bool {
		return in_array( $name, $known, true ) || ( str_starts_with( $name, self::OURS ) && ! in_array( $name, self::NO_SETTINGS, true ) );
	}

	private function say( string $area, string $action, string $kind, string $name, ?int $portal = null ): void {
		$name = substr( (string) preg_replace( '/[^A-Za-z0-9_.-]/', '-', $name ), 0, 64 );
		( $this->record )( new AuditEvent( $area, $action, object: "$kind:$name", portal: $portal ) );
	}
}
