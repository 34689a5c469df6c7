<?php
/**
 * The screen Learning places → Import.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Admin;

use Closure;

/** An empty page for the React screen in admin/. */
final readonly class ImportScreen {
	public const SLUG = 'lernwelt-places-import';

	/** Handle of script and style. */
	private const HANDLE = 'lernwelt-places-import';

	/**
	 * @param string         $file      Main file of the plugin.
	 * @param string         $parent    Slug of the menu it belongs to.
	 * @param string         $import    Capability: who may see the screen.
	 * @param string         $hosts     Capability: who may say where imports may fetch from.
	 * @param Closure(): int $max_bytes Largest file that can be uploaded.
	 */
	public function __construct( private string $file, private string $parent, private string $import, private string $hosts, private Closure $max_bytes ) {
	}

	/** Action `admin_menu`. */
	public function add(): void {
		add_submenu_page( $this->parent, __( 'Import learning places', 'lernwelt-places' ), __( 'Import', 'lernwelt-places' ), $this->import, self::SLUG, $this->print( ... ) );
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
		wp_enqueue_script( self::HANDLE, plugins_url( 'build/admin/index.js', $this->file ), $asset['dependencies'], $asset['version'], true );
		wp_set_script_translations( self::HANDLE, 'lernwelt-places' );
		wp_enqueue_style( self::HANDLE, plugins_url( 'build/admin/style-index.css', $this->file ), [ 'wp-components' ], $asset['version'] );
		wp_style_add_data( self::HANDLE, 'rtl', 'replace' );
	}

	private function print(): void {
		printf(
			'<div class="wrap"><div id="lernwelt-places-import" data-max-bytes="%d" data-manages-hosts="%d"></div><noscript>%s</noscript></div>',
			absint( ( $this->max_bytes )() ),
			absint( current_user_can( $this->hosts ) ),
			esc_html__( 'This screen needs JavaScript.', 'lernwelt-places' )
		);
	}
}
