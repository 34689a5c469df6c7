<?php
/**
 * The screen Settings → Map.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Admin;

use Lernwelt\Core\AdminScreen;

/** An empty page for the React screen in admin/. */
final readonly class MapScreen extends AdminScreen {
	public const SLUG = 'lernwelt-map';

	/**
	 * @param string $file       Main file of the plugin.
	 * @param string $capability Who may see the screen.
	 */
	public function __construct( string $file, private string $capability ) {
		parent::__construct( $file, self::SLUG, 'lernwelt-map-settings' );
	}

	/** Action `admin_menu`. */
	public function add(): void {
		add_options_page( __( 'Map', 'lernwelt-dataview' ), __( 'Map', 'lernwelt-dataview' ), $this->capability, self::SLUG, fn () => $this->print() );
	}
}
