<?php
/**
 * Roles on portals.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use Lernwelt\Core\Portal;
use Lernwelt\Core\Portals;
use Lernwelt\Sso\Domain\Roles\Entitlement;
use Lernwelt\Sso\Domain\Roles\Grants;
use WP_User;

/**
 * Writes to all portals what somebody's claims say. It takes away only what it gave: roles that people gave stay, and
 * administrators of the network are never touched. WordPress's own actions tell the audit log of each role.
 */
final readonly class Memberships {

	/**
	 * @param Grants  $grants  What it gave.
	 * @param Portals $portals Portals.
	 */
	public function __construct( private Grants $grants, private Portals $portals ) {}

	/**
	 * Brings an account's roles up to date. Call it in the transaction that locks the identity.
	 *
	 * @param int         $user_id     Account.
	 * @param Entitlement $entitlement What its claims say.
	 */
	public function sync( int $user_id, Entitlement $entitlement ): void {
		if ( user_can( $user_id, 'manage_network' ) ) {
			return;
		}
		// Another process may have written since this one looked.
		wp_cache_delete( $user_id, 'user_meta' );
		$granted = $this->grants->of( $user_id );
		foreach ( $this->portals->all() as $portal ) {
			$wanted = $entitlement->roles( $portal->id );
			$given  = $granted[ $portal->blog_id ] ?? [];
			$add    = array_values( array_diff( $wanted, $this->held( $user_id, $portal->blog_id ) ) );
			$remove = array_values( array_diff( $given, $wanted, $entitlement->unknown( $portal->id ) ) );
			if ( [] !== $add || [] !== $remove ) {
				$this->change( $user_id, $portal, $add, $remove );
			}
		}
	}

	/**
	 * Takes all roles away that came from claims.
	 *
	 * @param int $user_id Account.
	 */
	public function revoke_all( int $user_id ): void {
		$this->sync( $user_id, new Entitlement( [], [], [], [] ) );
		$this->grants->forget( $user_id );
	}

	/**
	 * Roles that came from claims, on a portal.
	 *
	 * @param int $user_id Account.
	 * @param int $portal  Site.
	 * @return list<string>
	 */
	public function granted( int $user_id, int $portal ): array {
		return $this->grants->of( $user_id )[ $portal ] ?? [];
	}

	/**
	 * Whether somebody gave the account a role on a portal by hand.
	 *
	 * @param int $user_id Account.
	 * @param int $portal  Site.
	 */
	public function has_local_role( int $user_id, int $portal ): bool {
		return user_can( $user_id, 'manage_network' ) || [] !== array_diff( $this->held( $user_id, $portal ), $this->granted( $user_id, $portal ) );
	}

	/**
	 * @param int $user_id Account.
	 * @param int $portal  Site.
	 * @return list<string> Roles and single rights; from one query for all portals.
	 */
	private function held( int $user_id, int $portal ): array {
		$rights = get_user_meta( $user_id, $this->grants->field( $portal ), true );
		return is_array( $rights ) ? array_map( strval( ... ), array_keys( array_filter( $rights, static fn ( mixed $on ): bool => (bool) $on ) ) ) : [];
	}

	/**
	 * @param int          $user_id Account.
	 * @param Portal       $portal  Portal.
	 * @param list<string> $add     Roles to give.
	 * @param list<string> $remove  Roles to take.
	 */
	private function change( int $user_id, Portal $portal, array $add, array $remove ): void {
		$site   = $portal->blog_id;
		$member = is_user_member_of_blog( $user_id, $site );
		// Whoever hears of a role asks where it was given.
		switch_to_blog( $site );
		// The Bildungsserver has decided; nobody here gives these roles.
		add_filter( 'lernwelt_held_roles', '__return_false' );
		try {
			$user = new WP_User( $user_id, '', $site );
			foreach ( $add as $role ) {
				$user->add_role( $role );
				$this->grants->add( $user_id, $site, $role );
			}
			foreach ( $remove as $role ) {
				$user->remove_role( $role );
				if ( isset( $user->caps[ $role ] ) ) {
					// WordPress takes only roles that it knows.
					$user->remove_cap( $role );
				}
				$this->grants->remove( $user_id, $site, $role );
			}
			if ( [] === $user->caps ) {
				// Without a successor: what somebody wrote stays theirs.
				remove_user_from_blog( $user_id, $site );
			} elseif ( ! $member ) {
				$this->welcome( $user_id, $portal, $add[0] ?? '' );
			}
		} finally {
			remove_filter( 'lernwelt_held_roles', '__return_false' );
			restore_current_blog();
		}
	}

	/** What add_user_to_blog() does beside setting one role, which would replace the others. */
	private function welcome( int $user_id, Portal $portal, string $role ): void {
		if ( in_array( get_user_meta( $user_id, 'primary_blog', true ), [ '', '0', false ], true ) ) {
			update_user_meta( $user_id, 'primary_blog', $portal->blog_id );
			update_user_meta( $user_id, 'source_domain', get_site( $portal->blog_id )->domain ?? '' );
		}
		do_action( 'add_user_to_blog', $user_id, $role, $portal->blog_id ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress's own.
		wp_cache_delete( $portal->blog_id . '_user_count', 'blog-details' );
	}
}
