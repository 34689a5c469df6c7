<?php
/**
 * Screens of wp-admin that have no purpose here.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Surface;

use WP_Admin_Bar;

/** Closes screens that advertise, install, delete the portal, or serve what is switched off – the menu entry and the address. */
final class AdminScreens {

	/** Screen → menu it is listed under, empty when it is in none. */
	private const CLOSED = [
		'about.php'              => '',
		'comment.php'            => '',
		'contribute.php'         => '',
		'credits.php'            => '',
		'customize.php'          => 'themes.php',
		'edit-comments.php'      => '',
		'font-library.php'       => 'themes.php',
		'freedoms.php'           => '',
		'ms-delete-site.php'     => 'tools.php',
		'options-connectors.php' => 'options-general.php',
		'options-discussion.php' => 'options-general.php',
		'plugin-editor.php'      => 'plugins.php',
		'plugin-install.php'     => 'plugins.php',
		'privacy.php'            => '',
		'site-editor.php'        => 'themes.php',
		'theme-editor.php'       => 'themes.php',
		'theme-install.php'      => 'themes.php',
		'update-core.php'        => 'index.php',
	];

	/**
	 * Filter `map_meta_cap`: the customizer shows a portal inside a frame with scripts of its own; colours and logo are
	 * settings of the portal.
	 *
	 * @param list<string> $required   Capabilities that are needed.
	 * @param string       $capability What was asked for.
	 * @return list<string>
	 */
	public function nobody_customizes( array $required, string $capability ): array {
		return 'customize' === $capability ? [ 'do_not_allow' ] : $required;
	}

	/**
	 * Filter `map_meta_cap`: an export holds login and address of everybody who wrote anything, the network's people
	 * included. Handing a portal over is a matter of operations.
	 *
	 * @param list<string> $required   Capabilities that are needed.
	 * @param string       $capability What was asked for.
	 * @return list<string>
	 */
	public function network_exports( array $required, string $capability ): array {
		return 'export' === $capability ? [ 'manage_network' ] : $required;
	}

	/** Action `admin_menu` and `network_admin_menu`. */
	public function drop_menu_entries(): void {
		remove_menu_page( 'edit-comments.php' );
		foreach ( self::CLOSED as $screen => $menu ) {
			if ( '' !== $menu ) {
				remove_submenu_page( $menu, $screen );
			}
		}
	}

	/** Action `admin_init`: a closed address leads to the dashboard. */
	public function close(): void {
		global $pagenow;
		if ( ! wp_doing_ajax() && isset( self::CLOSED[ $pagenow ] ) ) {
			wp_safe_redirect( is_network_admin() ? network_admin_url() : admin_url() );
			exit;
		}
		remove_action( 'welcome_panel', 'wp_welcome_panel' );
		remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
		remove_action( 'admin_print_styles', 'print_emoji_styles' );
		remove_action( 'admin_print_styles', 'wp_resource_hints', 1 );
		remove_action( 'admin_print_scripts-index.php', 'wp_localize_community_events' );
	}

	/** Actions `wp_dashboard_setup` and `wp_network_dashboard_setup`: boxes that wordpress.org would fill. */
	public function drop_dashboard_boxes(): void {
		foreach ( [ 'dashboard', 'dashboard-network', 'dashboard-user' ] as $screen ) {
			remove_meta_box( 'dashboard_primary', $screen, 'side' );
			remove_meta_box( 'dashboard_browser_nag', $screen, 'normal' );
			remove_meta_box( 'dashboard_php_nag', $screen, 'normal' );
		}
	}

	/** Action `admin_bar_menu`, last. */
	public function clean_admin_bar( WP_Admin_Bar $bar ): void {
		foreach ( array_keys( (array) $bar->get_nodes() ) as $id ) {
			$id = (string) $id;
			if ( in_array( $id, [ 'wp-logo', 'comments', 'updates' ], true ) || 1 === preg_match( '/^blog-\d+-c$/', $id ) ) {
				$bar->remove_node( $id );
			}
		}
	}
}
