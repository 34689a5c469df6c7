<?php
/**
 * Accounts as the throttle and the second factor see them.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

use Lernwelt\Core\ClientAddress;
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
			null === $user ? $this->pseudonyms->of( 'throttle-name', mb_strtolower( sanitize_user( $typed ) ) ) : $this->account_key( $user ),
			$this->network_key( ClientAddress::current()->network() ),
			null === $user ? AccountClass::Users : AccountClass::of( $this->is_administrative( $user ), self::roles( $user ) )
		);
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
	 * Whether an account has administrative rights on the network or on any portal.
	 *
	 * @param WP_User $user Account.
	 */
	public function is_administrative( WP_User $user ): bool {
		if ( user_can( $user, 'manage_network' ) ) {
			return true;
		}
		$capabilities = [];
		foreach ( self::roles( $user ) as $role ) {
			$capabilities += array_filter( get_role( $role )->capabilities ?? [ $role => true ] );
		}
		return AdministrativeRights::among( array_map( strval( ... ), array_keys( $capabilities ) ) );
	}

	/**
	 * Roles, and capabilities given to the account alone, on all portals: one reading of its metadata.
	 *
	 * @param WP_User $user Account.
	 * @return list<string>
	 */
	public static function roles( WP_User $user ): array {
		$roles = [];
		foreach ( (array) get_user_meta( $user->ID ) as $key => $values ) {
			if ( 1 === preg_match( '/_capabilities$/D', (string) $key ) ) {
				$roles += array_filter( (array) maybe_unserialize( $values[0] ?? '' ), static fn ( mixed $has ): bool => true === $has );
			}
		}
		return array_map( strval( ... ), array_keys( $roles ) );
	}
}
