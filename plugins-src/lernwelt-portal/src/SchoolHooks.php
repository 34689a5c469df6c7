<?php
/**
 * School register and school holidays of the network.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal;

use Lernwelt\Core\Services;
use Lernwelt\Portal\Admin\Schools\HolidayScreen;
use Lernwelt\Portal\Admin\Schools\SchoolScreen;
use Lernwelt\Portal\Admin\Schools\SchoolUpload;

/** Two screens under the network's settings. */
final readonly class SchoolHooks {

	/** Capability: who keeps register and holidays. It is the network's: no role of a portal can be given it. */
	public const MANAGE = 'lernwelt_manage_schools';

	/** Action of admin-post.php. */
	public const DOWNLOAD = 'lernwelt_schools_csv';

	/**
	 * @param Services $services Shared services.
	 */
	public function __construct( private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		$schools  = fn (): SchoolScreen => new SchoolScreen( $this->services->schools, $this->services->school_import, new SchoolUpload( is_uploaded_file( ... ) ) );
		$holidays = static fn (): HolidayScreen => new HolidayScreen();

		add_filter( 'map_meta_cap', static fn ( array $required, string $capability ): array => self::MANAGE === $capability ? [ 'manage_network_options' ] : $required, 10, 2 );
		add_action( 'network_admin_menu', static fn () => self::add( SchoolScreen::SLUG, __( 'School register', 'lernwelt-portal' ), $schools() ) );
		add_action( 'network_admin_menu', static fn () => self::add( HolidayScreen::SLUG, __( 'School holidays', 'lernwelt-portal' ), $holidays() ) );
		add_action( 'admin_enqueue_scripts', self::style( ... ) );
		add_action( 'admin_post_' . self::DOWNLOAD, static fn () => $schools()->download() );
	}

	/**
	 * On phones WordPress leaves the second cell beside the first, where it expects a box to tick.
	 *
	 * @param string $screen Hook of the screen that is shown.
	 */
	private static function style( string $screen ): void {
		if ( in_array( $screen, [ 'settings_page_' . SchoolScreen::SLUG, 'settings_page_' . HolidayScreen::SLUG ], true ) ) {
			wp_add_inline_style( 'list-tables', '@media (max-width: 782px) { .lernwelt-stacked tr td:nth-child(2) { flex: 0 1 100%; } }' );
		}
	}

	private static function add( string $slug, string $title, SchoolScreen|HolidayScreen $screen ): void {
		$hook = add_submenu_page( 'settings.php', $title, $title, self::MANAGE, $slug, $screen->show( ... ) );
		if ( false !== $hook ) {
			// Before the first byte, so that a refusal can have its status and a success can go to the list.
			add_action( "load-$hook", static fn () => $screen->take() );
		}
	}
}
