<?php
/**
 * Sessions of this browser.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Session;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\PupilPresence;
use Lernwelt\Sso\Application\Session\SessionStore;
use Lernwelt\Sso\Application\Sessions;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\LogoutNotice;
use Lernwelt\Sso\Domain\Session\ProviderSession;
use Lernwelt\Sso\Domain\Session\SessionKind;
use Lernwelt\Sso\Domain\VerifiedLogin;

/** Ties sessions to cookies. Whoever logs in ends what was open in this browser at this portal. */
final readonly class BrowserSessions implements Sessions {

	/**
	 * @param SessionStore $store Sessions.
	 * @param PupilVisit   $visit Pupil of this request.
	 * @param AuditLog     $audit Audit log.
	 */
	public function __construct( private SessionStore $store, private PupilVisit $visit, private AuditLog $audit ) {}

	public function open_for_user( int $user_id, VerifiedLogin $login ): void {
		$this->end_whatever_is_open();
		$token = wp_generate_password( 43, false );
		$this->store->open_provider( $token, $user_id, $login );
		wp_set_auth_cookie( $user_id, false, '', $token );
		wp_set_current_user( $user_id );
	}

	/** @throws LoginRefused When the provider names no session: nothing but its `sid` could end this one from there. */
	public function open_for_pupil( VerifiedLogin $login ): void {
		if ( '' === $login->sid ) {
			throw new LoginRefused( 'sid_missing', 403, is_pupil: true );
		}
		if ( 0 < get_current_user_id() ) {
			wp_logout();
		}
		$this->end_whatever_is_open();
		$token = PupilCookie::random();
		$this->store->open_pupil( $token, $login );
		PupilCookie::give( $token );
		$this->visit->arrive();
	}

	public function end_current(): ?string {
		$user_id = get_current_user_id();
		if ( 0 < $user_id ) {
			$token   = wp_get_session_token();
			$session = $this->store->find( SessionStore::verifier( $token ), $user_id );
			$hint    = SessionKind::Provider === $session?->kind ? (string) ProviderSession::open( $session->sealed, $token )?->tokens->id_token : null;
			wp_logout();
			$this->visit->end();
			$this->audit->record( new AuditEvent( 'session', 'ended', 'logout', $user_id ) );
			return $hint;
		}
		if ( ! $this->visit->has_session() ) {
			return null;
		}
		$this->visit->end();
		$this->audit->record( new AuditEvent( 'session', 'ended', 'logout', 0, details: [ 'role' => PupilPresence::ROLE ] ) );
		return '';
	}

	public function end_named( LogoutNotice $notice ): int {
		$ended = $this->store->end_named( $notice );
		foreach ( $ended as $session ) {
			$details = SessionKind::Pupil === $session->kind ? [ 'role' => PupilPresence::ROLE ] : [];
			$this->audit->record( new AuditEvent( 'session', 'ended', 'backchannel', $session->user_id, portal: $session->portal, details: $details ) );
		}
		return count( $ended );
	}

	public function end_for_user( int $user_id, ?int $portal = null ): int {
		return $this->store->end_user( $user_id, $portal );
	}

	/**
	 * Action `set_logged_in_cookie`: a login with a password begins anew as well.
	 *
	 * @param string $token Token of the session that begins or goes on.
	 */
	public function begin_anew( #[\SensitiveParameter] string $token ): void {
		if ( wp_get_session_token() !== $token ) {
			$this->end_whatever_is_open();
		}
	}

	private function end_whatever_is_open(): void {
		$this->store->end_token( wp_get_session_token() );
		$this->visit->end();
	}
}
