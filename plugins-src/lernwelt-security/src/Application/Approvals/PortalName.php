<?php
/**
 * Name of a portal.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Approvals;

use Lernwelt\Core\Portals;

/** What people call the place a request is about, and where its requests are decided. */
final readonly class PortalName {

	/** The screen of requests in the menus. */
	public const SCREEN = 'lernwelt-approvals';

	/**
	 * @param Portals $portals All portals.
	 */
	public function __construct( private Portals $portals ) {}

	/**
	 * The name.
	 *
	 * @param int $blog_id Site, 0 for the network.
	 */
	public function of( int $blog_id ): string {
		foreach ( $this->portals->all() as $portal ) {
			if ( $portal->blog_id === $blog_id ) {
				return $portal->name;
			}
		}
		return 0 === $blog_id ? __( 'All portals', 'lernwelt-security' ) : "#$blog_id";
	}

	/**
	 * Address of the screen with the requests of a portal.
	 *
	 * @param int $blog_id Site, 0 for the network.
	 */
	public static function screen( int $blog_id ): string {
		return 0 === $blog_id ? network_admin_url( 'admin.php?page=' . self::SCREEN ) : get_admin_url( $blog_id, 'options-general.php?page=' . self::SCREEN );
	}
}
