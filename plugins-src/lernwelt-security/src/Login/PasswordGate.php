<?php
/**
 * The password.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Security\Application\Throttle\LoginThrottle;
use Lernwelt\Security\Domain\Throttle\Attempt;
use Lernwelt\Security\Domain\Throttle\Refusal;
use Lernwelt\Security\Surface\Login;
use WP_Error;
use WP_User;

/**
 * Stands around every check of a password: takes the try before it, says the verdict after it. What is refused is still
 * checked, so that it takes the same time; the result is thrown away.
 */
final class PasswordGate {

	private Attempt|Refusal|null $try = null;

	private ?WP_User $account = null;

	/**
	 * @param LoginThrottle $throttle Counts.
	 * @param Accounts      $accounts Accounts.
	 * @param AuditLog      $audit    Takes refusals.
	 */
	public function __construct( private readonly LoginThrottle $throttle, private readonly Accounts $accounts, private readonly AuditLog $audit ) {}

	/**
	 * Filter `authenticate`, first.
	 *
	 * @param WP_User|WP_Error|null $result   Decision so far.
	 * @param string                $username Name or address that was typed.
	 * @param string                $password Password that was typed.
	 */
	public function take( WP_User|WP_Error|null $result, string $username, string $password ): WP_User|WP_Error|null {
		$this->try     = null;
		$this->account = null;
		if ( '' !== $username && '' !== $password ) {
			$this->account = $this->accounts->find( $username );
			$this->try     = $this->throttle->take( $this->accounts->subject( $this->account, $username ) );
		}
		return $result;
	}

	/**
	 * Filter `authenticate`, after everybody has decided.
	 *
	 * @param WP_User|WP_Error|null $result Decision so far.
	 */
	public function verdict( WP_User|WP_Error|null $result ): WP_User|WP_Error|null {
		$try       = $this->try;
		$this->try = null;
		if ( $try instanceof Refusal ) {
			$this->record( $try->reason );
			return self::refusal( $try );
		}
		if ( $try instanceof Attempt && $result instanceof WP_User ) {
			$this->throttle->give_back( $try );
		} elseif ( $try instanceof Attempt ) {
			$this->record( null === $this->account ? 'unknown_account' : 'wrong_password' );
		}
		return $result;
	}

	/**
	 * Action `wp_login`: the login is complete, second factor included.
	 *
	 * @param string       $login Name.
	 * @param WP_User|null $user  Account.
	 */
	public function logged_in( string $login, ?WP_User $user = null ): void {
		if ( null === $user || null === $this->account || $this->account->ID !== $user->ID ) {
			return;
		}
		$this->complete( $user, false );
	}

	/**
	 * Notes a complete login.
	 *
	 * @param WP_User $user          Account.
	 * @param bool    $second_factor Whether a code was asked for.
	 */
	public function complete( WP_User $user, bool $second_factor ): void {
		$this->account = null;
		$this->throttle->logged_in( $this->accounts->subject( $user ) );
		$this->audit->record( new AuditEvent( 'login', 'accepted', user_id: $user->ID, object: "user:$user->ID", details: [ 'via' => 'local', 'second_factor' => $second_factor ] ) );
	}

	/** A known account and an unknown one leave events of the same shape. */
	private function record( string $reason ): void {
		$this->audit->record( new AuditEvent( 'login', 'refused', $reason, 0, null === $this->account ? '' : 'user:' . $this->account->ID ) );
	}

	private static function refusal( Refusal $refusal ): WP_Error {
		if ( ! $refusal->may_be_told() ) {
			return Login::wrong();
		}
		Answers::too_many( $refusal->retry_after );
		return new WP_Error( Login::TOO_MANY, Answers::words( $refusal->retry_after ) );
	}
}
