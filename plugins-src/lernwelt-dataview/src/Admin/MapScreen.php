<?php
/**
 * The screen Settings → Map.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Admin;

/** An empty page for the React screen in admin/. */
final readonly class MapScreen {
	public const SLUG = 'lernwelt-map';

	/** Handle of script and style. */
	private const HANDLE = 'lernwelt-map-settings';

	/**
	 * @param string $file       Main file of the plugin.
	 * @param string $capability Who may see the screen.
	 */
	public function __construct( private string $file, private string $capability ) {
	}

	/** Action `admin_menu`. */
	public function add(): void {
		add_options_page( __( 'Map', 'lernwelt-dataview' ), __( 'Map', 'lernwelt-dataview' ), $this->capability, self::SLUG, $this->print( ... ) );
	}

	/**
	 * Action `admin_enqueue_scripts`.
	 *
	 * @param string $screen Hook of the screen that is shown.
	 */
	public function enqueue( string $screen ): void {
		$assets = dirname( $this->file ) . '/build/admin/index.asset.php';
		if ( 'settings_page_' . self::SLUG !== $screen || ! is_file( $assets ) ) {
			return;
		}
		$asset = require $assets;
		wp_enqueue_script( self::HANDLE, plugins_url( 'build/admin/index.js', $this->file ), $asset['dependencies'], $asset['version'], true );
		wp_set_script_translations( self::HANDLE, 'lernwelt-dataview' );
		wp_enqueue_style( self::HANDLE, plugins_url( 'build/admin/style-index.css', $this->file ), [ 'wp-components' ], $asset['version'] );
		wp_style_add_data( self::HANDLE, 'rtl', 'replace' );
	}

	private function print(): void {
		echo '<div class="wrap"><div id="lernwelt-map-settings"></div><noscript>' . esc_html__( 'This screen needs JavaScript.', 'lernwelt-dataview' ) . '</noscript></div>';
	}
}
