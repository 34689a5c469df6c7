<?php
/**
 * The screen Settings → Portal.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Admin;

use Lernwelt\Core\AdminScreen;

/**
 * An empty page for the React screen in admin/.
 */
final readonly class SettingsScreen extends AdminScreen {
	public const SLUG = 'lernwelt-portal';

	/**
	 * @param string $file       Main file of the plugin.
	 * @param string $capability Who may see the screen.
	 */
	public function __construct( string $file, private string $capability ) {
		parent::__construct( $file, self::SLUG, 'lernwelt-portal-settings' );
	}

	/** Action `admin_menu`. */
	public function add(): void {
		add_options_page( __( 'Portal', 'lernwelt-portal' ), __( 'Portal', 'lernwelt-portal' ), $this->capability, self::SLUG, fn () => $this->print(), 0 );
	}

	public function enqueue( string $hook ): void {
		parent::enqueue( $hook );
		if ( $this->is_shown( $hook ) ) {
			wp_enqueue_media();
		}
	}
}
