<?php
/**
 * The screen Log.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Admin;

use Lernwelt\Core\AdminScreen;

/** An empty page for the React screen in admin/audit/: one in the network's administration, one in each portal's. */
final readonly class AuditScreen extends AdminScreen {

	public const SLUG = 'lernwelt-audit';

	/**
	 * @param string $file    Main file of the plugin.
	 * @param string $read    Capability: who may see a portal's log.
	 * @param string $network Capability: who may see the network's.
	 */
	public function __construct( string $file, private string $read, private string $network ) {
		parent::__construct( $file, self::SLUG, needs: [ 'wp-hooks' ] );
	}

	/** Action `admin_menu`. */
	public function add_to_portal(): void {
		add_management_page( __( 'Log', 'lernwelt-security' ), __( 'Log', 'lernwelt-security' ), $this->read, self::SLUG, fn () => $this->print( [ 'portal' => get_current_blog_id() ] ) );
	}

	/** Action `network_admin_menu`. */
	public function add_to_network(): void {
		add_menu_page( __( 'Log', 'lernwelt-security' ), __( 'Log', 'lernwelt-security' ), $this->network, self::SLUG, fn () => $this->print( [ 'portal' => '' ] ), 'dashicons-list-view', 26 );
	}
}
