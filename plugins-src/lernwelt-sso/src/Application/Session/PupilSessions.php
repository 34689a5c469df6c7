<?php
/**
 * Pupils.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Session;

use Closure;
use Lernwelt\Core\PupilPresence;
use Lernwelt\Sso\Domain\Session\Limits;
use SensitiveParameter;

/**
 * A pupil's session: a random token in a cookie of this host, and a row without a person. No account, no name, no
 * address, no token of the provider.
 */
final class PupilSessions {

	/** Token of this request's cookie, '' when there is no session. */
	private string $token = '';

	/**
	 * @param SessionDesk                     $desk     Sessions.
	 * @param PupilPresence                   $presence Whether a pupil is there.
	 * @param Closure(string): void           $send     Sends the cookie with this value; '' takes it back.
	 */
	public function __construct( private readonly SessionDesk $desk, private readonly PupilPresence $presence, private readonly Closure $send ) {}

	/**
	 * Takes a pupil in whose cookie came with the request.
	 *
	 * @param string $token Value of the cookie.
	 */
	public function recognise( #[SensitiveParameter] string $token ): void {
		if ( 1 !== preg_match( '/^[0-9a-f]{64}$/D', $token ) ) {
			return;
		}
		if ( null !== $this->desk->check( SessionDesk::verifier( $token ), 0, Limits::of_pupil() ) ) {
			$this->token = $token;
			$this->presence->enter();
		}
	}

	/**
	 * Hands the browser its cookie.
	 *
	 * @param string $token New token.
	 */
	public function give( #[SensitiveParameter] string $token ): void {
		$this->token = $token;
		$this->presence->enter();
		( $this->send )( $token );
	}

	/**
	 * Ends the session of this request.
	 *
	 * @return bool Whether there was one.
	 */
	public function end(): bool {
		if ( '' === $this->token ) {
			return false;
		}
		$this->desk->end( SessionDesk::verifier( $this->token ) );
		$this->token = '';
		$this->presence->leave();
		( $this->send )( '' );
		return true;
	}

	/** Lets the request go on as a guest's; the session stays. */
	public function step_back(): void {
		$this->presence->leave();
	}

	/**
	 * Filter `nonce_user_logged_out`: nonces of pupils count in their own session only.
	 *
	 * @param int|string $user_id What WordPress puts into the nonces of people who aren't logged in.
	 */
	public function nonce_name( int|string $user_id ): int|string {
		return '' !== $this->token && $this->presence->is_present() ? 'pupil ' . SessionDesk::verifier( $this->token ) : $user_id;
	}
}
