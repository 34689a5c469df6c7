<?php
/**
 * Roles over REST.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use WP_REST_Request;
use WP_User;

/**
 * WordPress takes all roles away and then gives those that were sent, also when nothing changes. Whoever hears of it – ends of
 * sessions, the audit log – takes that for a loss and a promotion. Here the new ones are given first and the others taken then.
 */
final class RestRoles {

	/**
	 * Filter `rest_pre_insert_user`.
	 *
	 * @param object                                $prepared What WordPress is about to store; `role` empties the list.
	 * @param WP_REST_Request<array<string, mixed>> $request  Request.
	 */
	public function keep( object $prepared, WP_REST_Request $request ): object {
		if ( isset( $prepared->ID ) && [] !== self::wanted( $request ) ) {
			unset( $prepared->role );
		}
		return $prepared;
	}

	/**
	 * Action `rest_after_insert_user`: WordPress has given what was missing.
	 *
	 * @param WP_User                               $user     Account.
	 * @param WP_REST_Request<array<string, mixed>> $request  Request.
	 * @param bool                                  $creating Whether the account is new.
	 */
	public function take( WP_User $user, WP_REST_Request $request, bool $creating ): void {
		$wanted = self::wanted( $request );
		if ( $creating || [] === $wanted ) {
			return;
		}
		foreach ( array_diff( ( new WP_User( $user->ID ) )->roles, $wanted ) as $role ) {
			$user->remove_role( $role );
		}
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 * @return list<string>
	 */
	private static function wanted( WP_REST_Request $request ): array {
		return array_values( array_filter( (array) $request->get_param( 'roles' ), 'is_string' ) );
	}
}
