<?php
/**
 * Accounts that change.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Session;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use WP_User;

/** Ends sessions that an account may no longer have. Limits need nothing of this: they follow the roles by themselves. */
final readonly class AccountChanges {

	/**
	 * @param SessionStore $store Sessions.
	 * @param AuditLog     $audit Audit log.
	 */
	public function __construct( private SessionStore $store, private AuditLog $audit ) {}

	/**
	 * Action `remove_user_from_blog`.
	 *
	 * @param int $user_id Account.
	 * @param int $portal  Site.
	 */
	public function left( int $user_id, int $portal ): void {
		if ( ! user_can( $user_id, 'manage_network' ) ) {
			$this->end( $user_id, $portal, 'membership_lost' );
		}
	}

	/**
	 * Actions `remove_user_role` and `set_user_role`, on the portal where the role was.
	 *
	 * @param int $user_id Account.
	 */
	public function role_taken( int $user_id ): void {
		$user = new WP_User( $user_id, '', get_current_blog_id() );
		if ( [] === $user->roles && ! user_can( $user_id, 'manage_network' ) ) {
			$this->end( $user_id, get_current_blog_id(), 'membership_lost' );
		}
	}

	/**
	 * Actions `deleted_user`, `wpmu_delete_user`, `make_spam_user`.
	 *
	 * @param int $user_id Account.
	 */
	public function gone( int $user_id ): void {
		$this->end( $user_id, null, 'account_gone' );
	}

	/**
	 * Action `profile_update`.
	 *
	 * @param int     $user_id Account.
	 * @param WP_User $before  As it was.
	 */
	public function updated( int $user_id, WP_User $before ): void {
		$user = get_userdata( $user_id );
		if ( false !== $user && $user->user_pass !== $before->user_pass ) {
			$this->password_changed( $user_id );
		}
	}

	/**
	 * Whoever changes their own password keeps the session in which they do it.
	 *
	 * @param int $user_id Account.
	 */
	public function password_changed( int $user_id ): void {
		$token = get_current_user_id() === $user_id ? wp_get_session_token() : '';
		$this->end( $user_id, null, 'password_changed', '' === $token ? '' : SessionStore::verifier( $token ) );
	}

	private function end( int $user_id, ?int $portal, string $reason, string $but = '' ): void {
		$ended = $this->store->end_user( $user_id, $portal, $but );
		if ( 0 < $ended ) {
			$this->audit->record( new AuditEvent( 'session', 'ended', $reason, object: "user:$user_id", portal: $portal, details: [ 'sessions' => $ended ] ) );
		}
	}
}
