<?php
/**
 * The screens about rights.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Admin;

use Lernwelt\Core\Portal;
use Lernwelt\Core\Portals;
use Lernwelt\Security\Domain\Roles\Rules;

/** An empty page for the React screen in admin/roles: Settings → Rights of each portal, and Rights of the network. */
final readonly class RoleScreen {
	public const SLUG = 'lernwelt-roles';

	/** Handle of the script. */
	private const HANDLE = 'lernwelt-security-roles';

	/**
	 * @param string  $file    Main file of the plugin.
	 * @param Portals $portals All portals.
	 */
	public function __construct( private string $file, private Portals $portals ) {
	}

	/** Action `admin_menu`. */
	public function add(): void {
		add_options_page( __( 'Rights', 'lernwelt-security' ), __( 'Rights', 'lernwelt-security' ), Rules::MANAGE, self::SLUG, fn () => $this->print( get_current_blog_id() ), 20 );
	}

	/** Action `network_admin_menu`. */
	public function add_to_network(): void {
		add_menu_page( __( 'Rights', 'lernwelt-security' ), __( 'Rights', 'lernwelt-security' ), 'manage_network_options', self::SLUG, fn () => $this->print( 0 ), 'dashicons-shield', 21 );
	}

	/**
	 * Action `admin_enqueue_scripts`.
	 *
	 * @param string $screen Hook of the screen that is shown.
	 */
	public function enqueue( string $screen ): void {
		$assets = dirname( $this->file ) . '/build/admin/index.asset.php';
		if ( ! str_ends_with( $screen, '_page_' . self::SLUG ) || ! is_file( $assets ) ) {
			return;
		}
		$asset = require $assets;
		wp_enqueue_script( self::HANDLE, plugins_url( 'build/admin/index.js', $this->file ), [ 'wp-hooks', ...$asset['dependencies'] ], $asset['version'], true );
		wp_set_script_translations( self::HANDLE, 'lernwelt-security' );
		wp_enqueue_style( 'wp-components' );
	}

	private function print( int $portal ): void {
		$portals = array_map(
			static fn ( Portal $known ): array => [
				'id'   => $known->blog_id,
				'name' => $known->name,
			],
			0 === $portal ? $this->portals->all() : []
		);
		printf(
			'<div class="wrap"><div id="lernwelt-roles" data-portal="%d" data-portals="%s"></div><noscript>%s</noscript></div>',
			absint( $portal ),
			esc_attr( (string) wp_json_encode( $portals ) ),
			esc_html__( 'This screen needs JavaScript.', 'lernwelt-security' )
		);
	}
}
