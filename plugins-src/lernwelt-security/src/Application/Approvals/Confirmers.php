<?php
/**
 * Who decides.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Approvals;

use Lernwelt\Core\Role;
use Lernwelt\Security\Domain\Approvals\Approval;
use WP_User;

/** The administration of the network decides about everything, that of a portal about its own. */
final readonly class Confirmers {

	/** Right to decide about requests of others on the own portal. */
	public const RIGHT = 'lernwelt_confirm_requests';

	private const NETWORK = 'manage_network_options';

	/**
	 * @param array<string, Deed> $deeds Kind → what it does.
	 */
	public function __construct( private array $deeds ) {}

	/**
	 * Whether somebody sees the requests of a portal.
	 *
	 * @param int $user_id Account.
	 * @param int $portal  Site, 0 for the network.
	 */
	public function may_see( int $user_id, int $portal ): bool {
		return user_can( $user_id, self::NETWORK ) || ( 0 < $portal && null !== get_site( $portal ) && user_can_for_site( $user_id, $portal, self::RIGHT ) );
	}

	/**
	 * Whether somebody may decide about a request, as far as rights go.
	 *
	 * @param Approval $approval Request.
	 * @param int      $user_id  Account.
	 */
	public function may_decide( Approval $approval, int $user_id ): bool {
		return $this->may_see( $user_id, $approval->portal ) && $this->deeds[ $approval->kind->value ]->allows( $approval, $user_id );
	}

	/**
	 * Whether somebody is a second person: neither who asked nor who profits.
	 *
	 * @param Approval $approval Request.
	 * @param int      $user_id  Account.
	 */
	public static function is_another( Approval $approval, int $user_id ): bool {
		return 0 < $user_id && ! in_array( $user_id, [ $approval->requested_by, $approval->person ], true );
	}

	/**
	 * Everybody who could confirm a request.
	 *
	 * @param Approval $approval Request.
	 * @return list<WP_User>
	 */
	public function of( Approval $approval ): array {
		$people = array_map( static fn ( mixed $login ): WP_User|false => get_user_by( 'login', (string) $login ), get_super_admins() );
		foreach ( 0 < $approval->portal ? self::administrators_of( $approval->portal ) : [] as $user_id ) {
			$people[] = get_user_by( 'id', $user_id );
		}
		$found = [];
		foreach ( $people as $person ) {
			if ( $person instanceof WP_User && self::is_another( $approval, $person->ID ) && $this->may_decide( $approval, $person->ID ) ) {
				$found[ $person->ID ] = $person;
			}
		}
		return array_values( $found );
	}

	/** @return list<int> Accounts. */
	private static function administrators_of( int $portal ): array {
		switch_to_blog( $portal );
		try {
			// No other role can be given this right.
			return array_map( intval( ... ), array_values( get_users( [ 'role' => Role::ADMINISTRATOR, 'fields' => 'ID' ] ) ) );
		} finally {
			restore_current_blog();
		}
	}
}
