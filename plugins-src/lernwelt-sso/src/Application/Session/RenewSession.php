<?php
/**
 * Keeps a session in step with the provider.
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
use Lernwelt\Sso\Domain\Session\Sealed;
use Lernwelt\Sso\Domain\Session\Session;
use Lernwelt\Sso\Domain\TokenSet;
use SensitiveParameter;

/**
 * When the access token of a session has ended, the next request asks the provider for a new one and brings the roles up
 * to date. Refresh tokens rotate, so one request at a time does it; the others go on as they are.
 */
final readonly class RenewSession {

	/** Seconds until a provider that didn't answer is asked again for this session. */
	private const PAUSE = 60;

	/** Seconds a renewal may take before another request tries. */
	private const LEASE = 30;

	/**
	 * @param SessionDesk              $desk     Sessions.
	 * @param Locks                    $locks    One at a time.
	 * @param Closure(): Renewal       $renewal  Asks the provider.
	 * @param Closure(): LoginReceiver $receiver Takes the answer.
	 * @param AuditLog                 $audit    Audit log.
	 */
	public function __construct( private SessionDesk $desk, private Locks $locks, private Closure $renewal, private Closure $receiver, private AuditLog $audit ) {}

	/**
	 * Renews the session of a request when it is time.
	 *
	 * @param int    $user_id Account.
	 * @param string $token   The browser's token.
	 * @return bool False when the session is over.
	 */
	public function run( int $user_id, #[SensitiveParameter] string $token ): bool {
		$verifier = SessionDesk::verifier( $token );
		$session  = $this->desk->check( $verifier, $user_id, SessionTokens::limits( $user_id ) );
		if ( null === $session || ! $this->is_due( $session, $token ) ) {
			return true;
		}
		$lease = $this->locks->acquire( 'sso-' . substr( $verifier, 0, 60 ), self::LEASE );
		if ( null === $lease ) {
			return true;
		}
		try {
			// Whoever had the lock before may just have done it.
			$this->desk->forget( $verifier );
			$session = $this->desk->check( $verifier, $user_id, SessionTokens::limits( $user_id ) );
			return null !== $session && ( ! $this->is_due( $session, $token ) || $this->renew( $session, $token ) );
		} finally {
			$lease->release();
		}
	}

	private function is_due( Session $session, #[SensitiveParameter] string $token ): bool {
		if ( '' === $session->secret ) {
			return false;
		}
		$tokens = Sealed::open( $session->secret, $token )->tokens;
		return null !== $tokens->refresh_token && 0 < $tokens->expires_at && $tokens->expires_at <= $this->desk->clock->now()->getTimestamp();
	}

	private function renew( Session $session, #[SensitiveParameter] string $token ): bool {
		$kept = Sealed::open( $session->secret, $token );
		try {
			$login = ( $this->renewal )()->renew( $kept->issuer, $kept->subject, $kept->sid, $kept->tokens );
			if ( null === $login ) {
				$later = new TokenSet( $kept->tokens->id_token, $kept->tokens->access_token, $kept->tokens->refresh_token, $this->desk->clock->now()->getTimestamp() + self::PAUSE );
				$this->desk->store->seal( $session->verifier, ( new Sealed( $kept->issuer, $kept->subject, $kept->sid, $later ) )->sealed( $token ) );
				return true;
			}
			// First what can't be asked for twice: the old refresh token is used up.
			$this->desk->store->seal( $session->verifier, ( new Sealed( $kept->issuer, $kept->subject, $kept->sid, $login->tokens ) )->sealed( $token ) );
			( $this->receiver )()->renew( $session->user_id, $login );
			return true;
		} catch ( LoginRefused $refused ) {
			$this->desk->end( $session->verifier );
			$this->audit->record( new AuditEvent( 'session', 'ended', $refused->reason, $session->user_id, 'user:' . $session->user_id ) );
			return false;
		}
	}
}
