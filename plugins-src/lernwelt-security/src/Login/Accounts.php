<?php
/**
 * Accounts as the throttle and the second factor see them.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

use Lernwelt\Core\ClientAddress;
use Lernwelt\Core\PortalRoles;
use Lernwelt\Core\Pseudonyms;
use Lernwelt\Security\Domain\SecondFactor\AdministrativeRights;
use Lernwelt\Security\Domain\Throttle\AccountClass;
use Lernwelt\Security\Domain\Throttle\Subject;
use WP_User;

/** Finds the account somebody means, what it may do on all portals, and its names for the counters. */
final readonly class Accounts {

	/**
	 * @param Pseudonyms $pseudonyms Names that can't be read back.
	 */
	public function __construct( private Pseudonyms $pseudonyms ) {}

	/**
	 * The account of a name or address, as WordPress finds it.
	 *
	 * @param string $typed What was typed.
	 */
	public function find( string $typed ): ?WP_User {
		$name = sanitize_user( $typed );
		$user = get_user_by( 'login', $name );
		if ( false === $user && false !== is_email( $name ) ) {
			$user = get_user_by( 'email', $name );
		}
		return false === $user ? null : $user;
	}

	/**
	 * A try on an account from the network of this request.
	 *
	 * @param WP_User|null $user  The account, null when there is none.
	 * @param string       $typed What was typed; names the subject when there is no account.
	 */
	public function subject( ?WP_User $user, string $typed = '' ): Subject {
		return new Subject(
			$this->key( $user, $typed ),
			$this->network_key( ClientAddress::current()->network() ),
			self::class_of( $user ),
			$this->around_key( ClientAddress::current() )
		);
	}

	/**
	 * Name for the counters of the IPv6 /48 around an address; '' for IPv4.
	 *
	 * @param ClientAddress $address Address.
	 */
	public function around_key( ClientAddress $address ): string {
		return str_contains( $address->address, ':' ) ? $this->network_key( $address->shortened() . '/48' ) : '';
	}

	/**
	 * Name for the counters of what somebody typed, whether there is such an account or not.
	 *
	 * @param WP_User|null $user  The account, null when there is none.
	 * @param string       $typed What was typed.
	 */
	public function key( ?WP_User $user, string $typed ): string {
		return null === $user ? $this->pseudonyms->of( 'throttle-name', mb_strtolower( sanitize_user( $typed ) ) ) : $this->account_key( $user );
	}

	/**
	 * Name of an account for the counters.
	 *
	 * @param WP_User $user Account.
	 */
	public function account_key( WP_User $user ): string {
		return $this->pseudonyms->of( 'throttle-account', (string) $user->ID );
	}

	/**
	 * Name of a network for the counters.
	 *
	 * @param string $network As ClientAddress::network() gives it.
	 */
	public function network_key( string $network ): string {
		return $this->pseudonyms->of( 'throttle-network', $network );
	}

	/**
	 * Whether an account has administrative rights on the network or on any portal: what really counts there, the role
	 * matrix and the plugins' own rights included.
	 *
	 * @param WP_User $user Account.
	 */
	public function is_administrative( WP_User $user ): bool {
		if ( user_can( $user, 'manage_network' ) ) {
			return true;
		}
		foreach ( self::sites( $user ) as $site ) {
			switch_to_blog( $site );
			try {
				if ( AdministrativeRights::any( static fn ( string $right ): bool => user_can( $user->ID, $right ) ) ) {
					return true;
				}
			} finally {
				restore_current_blog();
			}
		}
		return false;
	}

	/**
	 * What an account counts as. It asks on all sites, for whoever was typed: who has an account, and with which rights,
	 * must not show in how long an answer takes.
	 */
	private static function class_of( ?WP_User $user ): AccountClass {
		$id             = $user->ID ?? 0;
		$administrative = user_can( $id, 'manage_network' );
		foreach ( get_sites( [ 'fields' => 'ids', 'number' => 0 ] ) as $site ) {
			switch_to_blog( (int) $site );
			try {
				$administrative = AdministrativeRights::any( static fn ( string $right ): bool => user_can( $id, $right ) ) || $administrative;
			} finally {
				restore_current_blog();
			}
		}
		return null === $user ? AccountClass::Users : AccountClass::of( $administrative, array_merge( ...array_values( PortalRoles::of( $id ) ) ) );
	}

	/**
	 * Sites that exist and where the account has roles or rights.
	 *
	 * @return list<int>
	 */
	private static function sites( WP_User $user ): array {
		$sites = array_keys( PortalRoles::of( $user->ID ) );
		return [] === $sites ? [] : array_map( intval( ... ), array_values( get_sites( [ 'fields' => 'ids', 'number' => 0, 'site__in' => $sites ] ) ) );
	}
}
