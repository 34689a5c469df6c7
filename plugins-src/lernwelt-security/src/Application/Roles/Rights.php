<?php
/**
 * All rights the matrix knows.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use Lernwelt\Core\Capabilities;
use Lernwelt\Core\Capability;
use Lernwelt\Core\Portals;
use Lernwelt\Security\Domain\Roles\Right;

/**
 * Rights of WordPress and of the plugins. WordPress loads only the current portal's plugins, so each portal notes the
 * rights of its plugins for the network's matrix.
 */
final readonly class Rights {

	/** Beginning of the network option that holds a portal's rights; its number follows. */
	private const NOTED = 'lw_rights_';

	/**
	 * @param Capabilities $capabilities Rights of the plugins that are loaded.
	 * @param Portals      $portals      All portals.
	 * @param int          $home         Portal whose plugins are loaded.
	 */
	public function __construct( private Capabilities $capabilities, private Portals $portals, private int $home ) {}

	/**
	 * All rights of one portal, grouped.
	 *
	 * @param int $portal Site, 0 for all that are known anywhere.
	 * @return list<Right>
	 */
	public function of( int $portal ): array {
		$plugins = $this->home === $portal ? $this->live() : $this->noted( $portal );
		if ( 0 === $portal ) {
			$plugins = array_merge( $this->live(), ...array_map( fn ( $each ): array => $this->noted( $each->blog_id ), $this->portals->all() ) );
		}
		$unique = [];
		foreach ( [ ...WordPressRights::all(), ...$plugins ] as $right ) {
			$unique[ $right->name ] ??= $right;
		}
		return self::grouped( array_values( $unique ) );
	}

	/** Actions `admin_init` and `lernwelt_sweep`: notes the rights of this portal's plugins when they differ from what is noted. */
	public function note(): void {
		switch_to_locale( get_locale() );
		$now = array_map( static fn ( Right $right ): array => (array) $right, $this->live() );
		restore_previous_locale();
		$key = self::NOTED . $this->home;
		if ( get_site_option( $key ) !== $now ) {
			update_site_option( $key, $now );
		}
	}

	/**
	 * Forgets a deleted portal.
	 *
	 * @param int $portal Site.
	 */
	public function forget( int $portal ): void {
		delete_site_option( self::NOTED . $portal );
	}

	/** @return list<Right> */
	private function live(): array {
		return array_map(
			static fn ( Capability $known ): Right => new Right(
				$known->name,
				( $known->label )(),
				null === $known->group ? __( 'Further rights', 'lernwelt-security' ) : ( $known->group )(),
				$known->roles,
				$known->administrators_only
			),
			$this->capabilities->all()
		);
	}

	/** @return list<Right> */
	private function noted( int $portal ): array {
		$rights = [];
		foreach ( (array) get_site_option( self::NOTED . $portal, [] ) as $stored ) {
			if ( is_array( $stored ) && isset( $stored['name'], $stored['label'], $stored['group'], $stored['roles'] ) && is_array( $stored['roles'] ) ) {
				$rights[] = new Right( (string) $stored['name'], (string) $stored['label'], (string) $stored['group'], array_values( array_map( strval( ... ), $stored['roles'] ) ), true === ( $stored['administrators_only'] ?? false ) );
			}
		}
		return $rights;
	}

	/**
	 * @param list<Right> $rights Rights.
	 * @return list<Right> The same, those of one group beside each other.
	 */
	private static function grouped( array $rights ): array {
		$groups = [];
		foreach ( $rights as $right ) {
			$groups[ $right->group ][] = $right;
		}
		return array_merge( ...array_values( $groups ) );
	}
}
