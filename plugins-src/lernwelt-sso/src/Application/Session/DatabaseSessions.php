<?php
/**
 * Who is logged in.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Session;

use Lernwelt\Sso\Application\Sessions;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\LogoutNotice;
use Lernwelt\Sso\Domain\Session\Limits;
use Lernwelt\Sso\Domain\Session\Sealed;
use Lernwelt\Sso\Domain\Session\Session;
use Lernwelt\Sso\Domain\VerifiedLogin;
use RuntimeException;
use WP_Session_Tokens;

/** Sessions of accounts through WordPress's cookies, of pupils through one of their own. */
final readonly class DatabaseSessions implements Sessions {

	/** Reason: a pupil's session that could not end when the provider's does. */
	public const NO_SID = 'sid_missing';

	/**
	 * @param SessionDesk   $desk  Sessions.
	 * @param PupilSessions $pupil Pupils.
	 */
	public function __construct( private SessionDesk $desk, private PupilSessions $pupil ) {}

	public function open_for_user( int $user_id, VerifiedLogin $login ): void {
		$this->end_current();
		$limits = SessionTokens::limits( $user_id );
		$token  = WP_Session_Tokens::get_instance( $user_id )->create( $this->desk->clock->now()->getTimestamp() + $limits->absolute );
		$this->desk->store->bind(
			SessionDesk::verifier( $token ),
			$this->desk->sid_name( $login->issuer, $login->sid ),
			$this->desk->subject_name( $login->issuer, $login->subject ),
			( new Sealed( $login->issuer, $login->subject, $login->sid, $login->tokens ) )->sealed( $token )
		);
		wp_set_auth_cookie( $user_id, false, '', $token );
		wp_set_current_user( $user_id );
	}

	public function open_for_pupil( VerifiedLogin $login ): void {
		if ( '' === $login->sid ) {
			throw new LoginRefused( self::NO_SID, 403 );
		}
		$this->end_current();
		$token = bin2hex( random_bytes( 32 ) );
		$now   = $this->desk->clock->now()->getTimestamp();
		$this->desk->store->add( new Session( SessionDesk::verifier( $token ), 0, $this->desk->portal, $this->desk->sid_name( $login->issuer, $login->sid ), '', '', $now, $now, $now + Limits::PUPIL[1] ) );
		$this->pupil->give( $token );
	}

	public function end_current(): ?string {
		if ( $this->pupil->end() ) {
			return '';
		}
		$token = wp_get_session_token();
		if ( 0 === get_current_user_id() || '' === $token ) {
			return null;
		}
		$session = $this->desk->store->find( SessionDesk::verifier( $token ) );
		$this->desk->end( SessionDesk::verifier( $token ) );
		wp_clear_auth_cookie();
		wp_set_current_user( 0 );
		if ( null === $session || '' === $session->secret ) {
			return null;
		}
		try {
			return Sealed::open( $session->secret, $token )->tokens->id_token;
		} catch ( RuntimeException $unreadable ) {
			wp_trigger_error( __METHOD__, $unreadable->getMessage(), E_USER_WARNING );
			return null;
		}
	}

	public function end_named( LogoutNotice $notice ): int {
		$this->desk->forget();
		if ( null !== $notice->sid && '' !== $notice->sid ) {
			return $this->desk->store->end_sid( $this->desk->sid_name( $notice->issuer, $notice->sid ) );
		}
		return null === $notice->subject ? 0 : $this->desk->store->end_subject( $this->desk->subject_name( $notice->issuer, $notice->subject ) );
	}

	public function end_for_user( int $user_id, ?int $portal = null ): int {
		$this->desk->forget();
		return $this->desk->store->end_user( $user_id, $portal );
	}
}
