<?php
/**
 * What an account may do.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use Lernwelt\Sso\Domain\Accounts\KnownAccount;
use Lernwelt\Sso\Domain\Roles\Grants;
use WP_User;

/** Collects an account's rights on all portals for the link policy. */
final readonly class AccountFacts {

	/**
	 * Filter: whether an account has a second factor. Gets false and the account's number.
	 */
	public const SECOND_FACTOR = 'lernwelt_has_second_factor';

	/**
	 * @param Grants $grants Knows where rights stand.
	 */
	public function __construct( private Grants $grants ) {}

	/**
	 * Facts of an account.
	 *
	 * @param WP_User $user         Account.
	 * @param bool    $has_identity Whether it belongs to an identity.
	 */
	public function of( WP_User $user, bool $has_identity ): KnownAccount {
		$rights = [];
		foreach ( $this->grants->portals_in( array_map( strval( ... ), array_keys( (array) get_user_meta( $user->ID ) ) ) ) as $portal ) {
			$there   = new WP_User( $user->ID, '', $portal );
			$rights += array_filter( $there->allcaps, static fn ( mixed $on ): bool => (bool) $on ) + array_fill_keys( $there->roles, true );
		}
		return new KnownAccount( $user->ID, $has_identity, user_can( $user, 'manage_network' ), (bool) apply_filters( self::SECOND_FACTOR, false, $user->ID ), array_map( strval( ... ), array_keys( $rights ) ) );
	}
}
