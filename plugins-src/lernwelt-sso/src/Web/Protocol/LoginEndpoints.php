<?php
/**
 * Start and callback.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Protocol;

use Lernwelt\Sso\Application\LoginReceiver;
use Lernwelt\Sso\Application\Protocol\BeginLogin;
use Lernwelt\Sso\Application\Protocol\FinishLogin;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\LoginSecrets;
use Lernwelt\Sso\Domain\Protocol\NotLoggedIn;
use Lernwelt\Sso\Domain\Protocol\PendingLogin;
use Lernwelt\Sso\Domain\Protocol\StateExpired;
use Lernwelt\Sso\Domain\ReturnPath;
use Lernwelt\Sso\Web\LoginPage;

/** Sends people to the provider and takes them back. */
final readonly class LoginEndpoints {

	/**
	 * @param BeginLogin    $begin    Begins a login.
	 * @param FinishLogin   $finish   Verifies what comes back.
	 * @param LoginReceiver $receiver Lets people in.
	 */
	public function __construct( private BeginLogin $begin, private FinishLogin $finish, private LoginReceiver $receiver ) {}

	/**
	 * `/sso/start`
	 *
	 * @param Request $request Request.
	 * @throws LoginRefused When nobody can log in.
	 */
	public function start( Request $request ): Answer {
		$return = ReturnPath::of( $request->query[ LoginPage::RETURN_TO ] ?? '/' );
		$silent = '' !== ( $request->query[ LoginPage::SILENT ] ?? '' );
		try {
			return $this->begin( $request, new PendingLogin( $return->path, $silent ) );
		} catch ( LoginRefused $refused ) {
			if ( $silent && 500 <= $refused->status ) {
				// Nobody has pressed a button yet: the login page says what is the matter.
				return Answer::redirect( LoginPage::url( $return ) );
			}
			throw $refused;
		}
	}

	/**
	 * `/sso/callback`
	 *
	 * @param Request $request Request.
	 * @throws LoginRefused When the answer isn't right, or the person may not get in.
	 */
	public function callback( Request $request ): Answer {
		try {
			$login = $this->finish->login( $request->query, BrowserCookie::sent( $request ) );
		} catch ( NotLoggedIn $silent ) {
			return Answer::redirect( LoginPage::url( ReturnPath::of( $silent->return_to ) ) );
		} catch ( StateExpired $late ) {
			if ( $late->pending->restarted ) {
				throw new LoginRefused( 'state_expired', return_to: $late->pending->return_to );
			}
			try {
				return $this->begin( $request, new PendingLogin( $late->pending->return_to, $late->pending->silent, true ) );
			} catch ( LoginRefused $refused ) {
				throw $refused->on_the_way_to( $late->pending->return_to );
			}
		}
		try {
			$this->receiver->admit( $login );
		} catch ( LoginRefused $refused ) {
			throw $refused->on_the_way_to( $login->return_to );
		}
		return Answer::redirect( home_url( ReturnPath::of( $login->return_to )->path ) );
	}

	private function begin( Request $request, PendingLogin $pending ): Answer {
		$sent    = BrowserCookie::sent( $request );
		$browser = '' === $sent ? LoginSecrets::random() : $sent;
		return Answer::redirect( $this->begin->address( $pending, $browser ), '' === $sent ? $browser : '' );
	}
}
