<?php
/**
 * The screen Log.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Admin;

/** An empty page for the React screen in admin/audit/: one in the network's administration, one in each portal's. */
final readonly class AuditScreen {

	public const SLUG = 'lernwelt-audit';

	/** Handle of script and style. */
	private const HANDLE = 'lernwelt-security-admin';

	/**
	 * @param string $file    Main file of the plugin.
	 * @param string $read    Capability: who may see a portal's log.
	 * @param string $network Capability: who may see the network's.
	 */
	public function __construct( private string $file, private string $read, private string $network ) {}

	/** Action `admin_menu`. */
	public function add_to_portal(): void {
		add_management_page( __( 'Log', 'lernwelt-security' ), __( 'Log', 'lernwelt-security' ), $this->read, self::SLUG, fn () => $this->print( get_current_blog_id() ) );
	}

	/** Action `network_admin_menu`. */
	public function add_to_network(): void {
		add_menu_page( __( 'Log', 'lernwelt-security' ), __( 'Log', 'lernwelt-security' ), $this->network, self::SLUG, fn () => $this->print( null ), 'dashicons-list-view', 26 );
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

	private function print( ?int $portal ): void {
		printf(
			'<div class="wrap"><div id="lernwelt-audit" data-portal="%s"></div><noscript>%s</noscript></div>',
			esc_attr( (string) $portal ),
			esc_html__( 'This screen needs JavaScript.', 'lernwelt-security' )
		);
	}
}
