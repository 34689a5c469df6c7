<?php
/**
 * What an account may do.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use Lernwelt\Sso\Domain\Accounts\KnownAccount;
use WP_User;

/** Collects an account's rights on all portals for the link policy. */
final class AccountFacts {

	/**
	 * Filter: whether an account has a second factor. Gets false and the account's number.
	 */
	public const SECOND_FACTOR = 'lernwelt_has_second_factor';

	/**
	 * Facts of an account.
	 *
	 * @param WP_User $user         Account.
	 * @param bool    $has_identity Whether it belongs to an identity.
	 */
	public static function of( WP_User $user, bool $has_identity ): KnownAccount {
		global $wpdb;
		$rights = [];
		foreach ( array_keys( (array) get_user_meta( $user->ID ) ) as $key ) {
			if ( 1 === preg_match( '/^' . preg_quote( $wpdb->base_prefix, '/' ) . '(?:(\d+)_)?capabilities$/D', (string) $key, $found ) ) {
				$there   = new WP_User( $user->ID, '', (int) ( $found[1] ?? 1 ) );
				$rights += array_filter( $there->allcaps, static fn ( mixed $on ): bool => (bool) $on ) + array_fill_keys( $there->roles, true );
			}
		}
		return new KnownAccount( $user->ID, $has_identity, is_super_admin( $user->ID ), (bool) apply_filters( self::SECOND_FACTOR, false, $user->ID ), array_map( strval( ... ), array_keys( $rights ) ) );
	}
}
