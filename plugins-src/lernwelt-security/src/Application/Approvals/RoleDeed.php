<?php
/**
 * Administrative roles of a person.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Approvals;

use Lernwelt\Security\Application\Roles\RoleNames;
use Lernwelt\Security\Domain\Approvals\Approval;
use Lernwelt\Security\Domain\Approvals\ApprovalRefused;
use Lernwelt\Security\Domain\Approvals\Kind;
use WP_User;

/** Roles and rights that one account shall have on a portal instead of others, or the network's administration. */
final readonly class RoleDeed implements Deed {

	/**
	 * @param PortalName $names Names of the portals.
	 */
	public function __construct( private PortalName $names ) {}

	/**
	 * What an account has on a portal.
	 *
	 * @param mixed $stored What WordPress keeps.
	 * @return list<string> Roles and single rights, sorted.
	 */
	public static function held( mixed $stored ): array {
		$held = array_map( strval( ... ), array_keys( array_filter( is_array( $stored ) ? $stored : [], static fn ( mixed $on ): bool => (bool) $on ) ) );
		sort( $held );
		return $held;
	}

	public function allows( Approval $approval, int $user_id ): bool {
		// Who decides on the portal may: that the network's administration asked for it was checked when it was asked.
		return true;
	}

	public function perform( Approval $approval ): void {
		$account = get_userdata( $approval->person );
		if ( ! $account instanceof WP_User ) {
			throw new ApprovalRefused( 'outdated' );
		}
		if ( Kind::SuperAdmin === $approval->kind ) {
			if ( ! grant_super_admin( $account->ID ) ) {
				throw new ApprovalRefused( 'outdated' );
			}
			return;
		}
		$this->change( $account, $approval );
	}

	public function words( Approval $approval ): array {
		$account = get_userdata( $approval->person );
		$name    = $account instanceof WP_User ? "$account->display_name ($account->user_login)" : __( 'a deleted account', 'lernwelt-security' );
		if ( Kind::SuperAdmin === $approval->kind ) {
			/* translators: %s: name of a person. */
			return [ sprintf( __( '%s shall administer the whole network (super administrator).', 'lernwelt-security' ), $name ) ];
		}
		$names = static fn ( string $key ): string => implode( ', ', array_map( RoleNames::of( ... ), self::listed( $approval, $key ) ) );
		return [
			/* translators: 1: name of a person, 2: roles, 3: name of a portal. */
			sprintf( __( '%1$s shall be on “%3$s”: %2$s.', 'lernwelt-security' ), $name, $names( 'after' ), $this->names->of( $approval->portal ) ),
			/* translators: %s: roles. */
			sprintf( __( 'So far: %s.', 'lernwelt-security' ), '' === $names( 'before' ) ? __( 'no role', 'lernwelt-security' ) : $names( 'before' ) ),
		];
	}

	private function change( WP_User $account, Approval $approval ): void {
		$before = self::listed( $approval, 'before' );
		$after  = self::listed( $approval, 'after' );
		$there  = new WP_User( $account->ID, '', $approval->portal );
		if ( self::held( $there->caps ) !== $before ) {
			throw new ApprovalRefused( 'outdated' );
		}
		switch_to_blog( $approval->portal );
		try {
			$added = array_values( array_diff( $after, $before ) );
			if ( ! is_user_member_of_blog( $account->ID, $approval->portal ) ) {
				// Notes where somebody belongs, too; gives the first role.
				add_user_to_blog( $approval->portal, $account->ID, (string) array_shift( $added ) );
				$there = new WP_User( $account->ID, '', $approval->portal );
			}
			foreach ( $added as $one ) {
				wp_roles()->is_role( $one ) ? $there->add_role( $one ) : $there->add_cap( $one );
			}
			foreach ( array_diff( $before, $after ) as $one ) {
				wp_roles()->is_role( $one ) ? $there->remove_role( $one ) : $there->remove_cap( $one );
			}
		} finally {
			restore_current_blog();
		}
	}

	/** @return list<string> */
	private static function listed( Approval $approval, string $key ): array {
		return array_values( array_map( strval( ... ), (array) ( $approval->parameters[ $key ] ?? [] ) ) );
	}
}
