<?php
/**
 * Fresh tokens for a running session.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Session;

use Closure;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Locks;
use Lernwelt\Sso\Application\LoginReceiver;
use Lernwelt\Sso\Application\Renewal;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Session\ProviderSession;
use Lernwelt\Sso\Domain\Session\Session;
use Lernwelt\Sso\Domain\VerifiedLogin;
use SensitiveParameter;

/**
 * Asks the provider whether a session still holds, once the access token has ended. Refresh tokens are good once, so
 * one process asks, and others go on with what is known. A silent provider ends nothing.
 */
final readonly class RenewSession {

	/** Seconds after which a process that asks is taken for dead. */
	private const LEASE = 60;

	/**
	 * @param SessionStore              $store    Sessions.
	 * @param Locks                     $locks    One at a time.
	 * @param Closure(): Renewal        $renewal  Asks the provider.
	 * @param Closure(): LoginReceiver  $receiver Brings roles up to date.
	 * @param AuditLog                  $audit    Audit log.
	 */
	public function __construct( private SessionStore $store, private Locks $locks, private Closure $renewal, private Closure $receiver, private AuditLog $audit ) {}

	/**
	 * Whether it is time; costs no query for a session that was asked for in this request already.
	 *
	 * @param int    $user_id Account.
	 * @param string $token   Token of the session's cookie.
	 */
	public function is_due( int $user_id, #[SensitiveParameter] string $token ): bool {
		return true === $this->store->find( SessionStore::verifier( $token ), $user_id )?->wants_renewal( $this->store->now() );
	}

	/**
	 * Renews a session if it is time.
	 *
	 * @param int    $user_id Account.
	 * @param string $token   Token of the session's cookie.
	 * @return bool False when the session is over.
	 */
	public function run( int $user_id, #[SensitiveParameter] string $token ): bool {
		$verifier = SessionStore::verifier( $token );
		$session  = $this->store->find( $verifier, $user_id );
		if ( null === $session || ! $session->wants_renewal( $this->store->now() ) ) {
			return true;
		}
		$lease = $this->locks->acquire( "sso-renewal-$session->id", self::LEASE );
		if ( null === $lease ) {
			return true;
		}
		try {
			// Somebody else may have been here between the look and the lock.
			$session = $this->store->find( $verifier, $user_id, true );
			return null !== $session && ( ! $session->wants_renewal( $this->store->now() ) || $this->renew( $session, $token ) );
		} finally {
			$lease->release();
		}
	}

	private function renew( Session $session, #[SensitiveParameter] string $token ): bool {
		$provider = ProviderSession::open( $session->sealed, $token );
		try {
			if ( null === $provider ) {
				throw new LoginRefused( 'tokens_unreadable', 401 );
			}
			$login = ( $this->renewal )()->renew( $provider->issuer, $provider->subject, $provider->sid, $provider->tokens );
			if ( null === $login ) {
				$this->store->postpone( $session );
				return true;
			}
			$this->accept( $session, $token, $login );
			return true;
		} catch ( LoginRefused $refused ) {
			$this->store->table->delete( [ $session ] );
			$this->audit->record( new AuditEvent( 'session', 'ended', $refused->reason, $session->user_id ) );
			return false;
		}
	}

	/** Tokens first: the old refresh token is used up, whatever happens next. */
	private function accept( Session $session, #[SensitiveParameter] string $token, VerifiedLogin $login ): void {
		$this->store->renewed( $session, $token, $login );
		( $this->receiver )()->renew( $session->user_id, $login );
	}
}
