<?php
/**
 * The screen Learning places → Import.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Admin;

use Closure;
use Lernwelt\Core\AdminScreen;

/** An empty page for the React screen in admin/. */
final readonly class ImportScreen extends AdminScreen {
	public const SLUG = 'lernwelt-places-import';

	/**
	 * @param string         $file      Main file of the plugin.
	 * @param string         $parent    Slug of the menu it belongs to.
	 * @param string         $import    Capability: who may see the screen.
	 * @param string         $hosts     Capability: who may say where imports may fetch from.
	 * @param Closure(): int $max_bytes Largest file that can be uploaded.
	 */
	public function __construct( string $file, private string $parent, private string $import, private string $hosts, private Closure $max_bytes ) {
		parent::__construct( $file, self::SLUG );
	}

	/** Action `admin_menu`. */
	public function add(): void {
		add_submenu_page( $this->parent, __( 'Import learning places', 'lernwelt-places' ), __( 'Import', 'lernwelt-places' ), $this->import, self::SLUG, fn () => $this->print( [ 'max-bytes' => ( $this->max_bytes )(), 'manages-hosts' => current_user_can( $this->hosts ) ] ) );
	}
}
