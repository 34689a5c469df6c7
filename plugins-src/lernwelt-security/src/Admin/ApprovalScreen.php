<?php
/**
 * The screens about requests.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Admin;

use Lernwelt\Core\AdminScreen;
use Lernwelt\Security\Application\Approvals\Confirmers;
use Lernwelt\Security\Application\Approvals\PortalName;

/** An empty page for the React screen in admin/approvals: Settings → Approvals of each portal, and Approvals of the network. */
final readonly class ApprovalScreen extends AdminScreen {
	public const SLUG = PortalName::SCREEN;

	/**
	 * @param string $file Main file of the plugin.
	 */
	public function __construct( string $file ) {
		parent::__construct( $file, self::SLUG, needs: [ 'wp-hooks' ] );
	}

	/** Action `admin_menu`. */
	public function add(): void {
		add_options_page( __( 'Approvals', 'lernwelt-security' ), __( 'Approvals', 'lernwelt-security' ), Confirmers::RIGHT, self::SLUG, fn () => $this->print( [ 'portal' => get_current_blog_id() ] ), 21 );
	}

	/** Action `network_admin_menu`. */
	public function add_to_network(): void {
		add_menu_page( __( 'Approvals', 'lernwelt-security' ), __( 'Approvals', 'lernwelt-security' ), 'manage_network_options', self::SLUG, fn () => $this->print( [ 'portal' => 0 ] ), 'dashicons-yes-alt', 22 );
	}
}
