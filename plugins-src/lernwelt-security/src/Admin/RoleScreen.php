<?php
/**
 * The screens about rights.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Admin;

use Lernwelt\Core\AdminScreen;
use Lernwelt\Core\Portal;
use Lernwelt\Core\Portals;
use Lernwelt\Security\Domain\Roles\Rules;

/** An empty page for the React screen in admin/roles: Settings → Rights of each portal, and Rights of the network. */
final readonly class RoleScreen extends AdminScreen {
	public const SLUG = 'lernwelt-roles';

	/**
	 * @param string  $file    Main file of the plugin.
	 * @param Portals $portals All portals.
	 */
	public function __construct( string $file, private Portals $portals ) {
		parent::__construct( $file, self::SLUG, needs: [ 'wp-hooks' ] );
	}

	/** Action `admin_menu`. */
	public function add(): void {
		add_options_page( __( 'Rights', 'lernwelt-security' ), __( 'Rights', 'lernwelt-security' ), Rules::MANAGE, self::SLUG, fn () => $this->print( [ 'portal' => get_current_blog_id(), 'portals' => [] ] ), 20 );
	}

	/** Action `network_admin_menu`. */
	public function add_to_network(): void {
		add_menu_page( __( 'Rights', 'lernwelt-security' ), __( 'Rights', 'lernwelt-security' ), 'manage_network_options', self::SLUG, fn () => $this->print( [ 'portal' => 0, 'portals' => $this->list_of_portals() ] ), 'dashicons-shield', 21 );
	}

	/** @return list<array{id: int, name: string}> */
	private function list_of_portals(): array {
		return array_map(
			static fn ( Portal $known ): array => [
				'id'   => $known->blog_id,
				'name' => $known->name,
			],
			$this->portals->all()
		);
	}
}
