<?php
/**
 * Accounts that get administrative rights.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

use Closure;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Security\Domain\Roles\Overrides;
use Lernwelt\Security\Domain\SecondFactor\AdministrativeRights;
use WP_Session_Tokens;
use WP_User;

/**
 * A session that a password alone has opened must not become administrative: it ends, and the next login asks for a
 * second factor. Since somebody has one, no login goes without it; so sessions that are younger may stay.
 */
final readonly class Promotions {

	/**
	 * @param Closure(WP_User): bool $is_administrative Whether an account has administrative rights.
	 * @param Closure(int): ?int     $since             Since when an account has a second factor, Unix time.
	 * @param AuditLog               $audit             Takes events.
	 */
	public function __construct( private Closure $is_administrative, private Closure $since, private AuditLog $audit ) {}

	/**
	 * Actions `added_user_meta` and `updated_user_meta`: every role and every right in person is there
	 * (`<prefix>_capabilities` of a portal), whoever gives it.
	 *
	 * @param int    $user_id Account.
	 * @param string $field   Name of the field.
	 */
	public function field_changed( int $user_id, string $field ): void {
		if ( str_ends_with( $field, 'capabilities' ) ) {
			$this->promoted( $user_id );
		}
	}

	/**
	 * The list of super administrators has changed.
	 *
	 * @param mixed $after  Logins that are super administrators now.
	 * @param mixed $before Logins that were.
	 */
	public function super_admins_changed( mixed $after, mixed $before ): void {
		$new = array_diff( self::logins( $after ), self::logins( $before ) );
		foreach ( $new as $login ) {
			$user = get_user_by( 'login', $login );
			if ( false !== $user ) {
				$this->promoted( $user->ID );
			}
		}
	}

	/**
	 * The current portal's copy of the role matrix has changed.
	 *
	 * @param mixed $after  Decisions that count now.
	 * @param mixed $before Decisions that counted.
	 */
	public function matrix_changed( mixed $after, mixed $before ): void {
		$new   = Overrides::of( $after );
		$old   = Overrides::of( $before );
		$roles = array_filter(
			array_keys( wp_roles()->roles ),
			static fn ( int|string $role ): bool => AdministrativeRights::any(
				static fn ( string $right ): bool => false !== $new->get( (string) $role, $right ) && $new->get( (string) $role, $right ) !== $old->get( (string) $role, $right )
			)
		);
		if ( [] === $roles ) {
			return;
		}
		foreach ( get_users( [ 'role__in' => array_values( $roles ), 'fields' => 'ID' ] ) as $user_id ) {
			$this->promoted( (int) $user_id );
		}
	}

	/**
	 * Ends the sessions of an account that is administrative now, unless each was opened with a second factor.
	 *
	 * @param int $user_id Account.
	 */
	public function promoted( int $user_id ): void {
		$tokens   = WP_Session_Tokens::get_instance( $user_id );
		$sessions = $tokens->get_all();
		$since    = [] === $sessions ? null : ( $this->since )( $user_id );
		$bare     = array_filter( $sessions, static fn ( array $session ): bool => null === $since || (int) ( $session['login'] ?? 0 ) < $since );
		if ( [] === $bare || true === apply_filters( 'lernwelt_is_sso_account', false, $user_id ) ) {
			return;
		}
		$user = new WP_User( $user_id );
		if ( ! $user->exists() || ! ( $this->is_administrative )( $user ) ) {
			return;
		}
		$tokens->destroy_all();
		$this->audit->record( new AuditEvent( 'session', 'ended', 'became_administrative', object: "user:$user_id", details: [ 'sessions' => count( $sessions ) ] ) );
	}

	/** @return list<string> */
	private static function logins( mixed $list ): array {
		return is_array( $list ) ? array_values( array_filter( $list, 'is_string' ) ) : [];
	}
}
