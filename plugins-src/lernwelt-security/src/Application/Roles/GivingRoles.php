<?php
/**
 * Which roles somebody may give.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use Lernwelt\Security\Domain\Roles\Giver;
use Lernwelt\Security\Domain\Roles\PortalRole;
use WP_User;

/** Keeps administrators of a portal to the roles that are theirs to give, and their hands off those they may not give. */
final class GivingRoles {

	/** What WordPress asks before it changes somebody's roles or membership. */
	private const ABOUT_A_PERSON = [ 'promote_user', 'remove_user' ];

	/**
	 * Filter `editable_roles`: what can be chosen.
	 *
	 * @param array<string, array<string, mixed>> $roles Role → its definition.
	 * @return array<string, array<string, mixed>>
	 */
	public function choices( array $roles ): array {
		$network = current_user_can( 'manage_network_options' );
		return array_filter( $roles, static fn ( string $role ): bool => self::may_give( $role, $network ), ARRAY_FILTER_USE_KEY );
	}

	/**
	 * Filter `map_meta_cap`: whoever has a role that isn't theirs to give isn't theirs to change either; a new role
	 * would take that one away.
	 *
	 * @param list<string> $required   Capabilities that are needed.
	 * @param string       $capability What was asked for.
	 * @param int          $user_id    Who wants it.
	 * @param array<mixed> $about      Whom it is about.
	 * @return list<string>
	 */
	public function protect( array $required, string $capability, int $user_id, array $about ): array {
		if ( ! in_array( $capability, self::ABOUT_A_PERSON, true ) || ! isset( $about[0] ) || ! is_numeric( $about[0] ) || user_can( $user_id, 'manage_network_options' ) ) {
			return $required;
		}
		foreach ( ( new WP_User( (int) $about[0] ) )->roles as $role ) {
			if ( ! self::may_give( (string) $role, false ) ) {
				return [ 'do_not_allow' ];
			}
		}
		return user_can( (int) $about[0], 'manage_network_options' ) ? [ 'do_not_allow' ] : $required;
	}

	private static function may_give( string $role, bool $network ): bool {
		return match ( PortalRole::giver( $role ) ) {
			Giver::Portal  => true,
			Giver::Network => $network,
			Giver::Nobody  => false,
		};
	}
}
