<?php
/**
 * Logging out.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Protocol;

use Lernwelt\Core\SameOrigin;
use Lernwelt\Sso\Application\Protocol\EndSession;
use Lernwelt\Sso\Application\Protocol\TakeLogoutToken;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\LoginSecrets;
use Lernwelt\Sso\Domain\Protocol\StateExpired;
use Lernwelt\Sso\Domain\Protocol\StateKind;
use Lernwelt\Sso\Domain\Protocol\StateStore;

/** The button, the way back from the provider, and the provider's own word. */
final readonly class LogoutEndpoints {

	/**
	 * @param EndSession      $end    Ends this session.
	 * @param TakeLogoutToken $notice Ends sessions the provider names.
	 * @param StateStore      $states States.
	 */
	public function __construct( private EndSession $end, private TakeLogoutToken $notice, private StateStore $states ) {}

	/**
	 * POST `/sso/logout`
	 *
	 * @param Request $request Request.
	 * @throws LoginRefused When another site asks, or when the provider doesn't answer; the session here is over then.
	 */
	public function logout( Request $request ): Answer {
		$headers = $request->headers + [ 'sec-fetch-site' => '', 'origin' => '', 'referer' => '' ];
		if ( ! ( new SameOrigin( home_url() ) )->allows( $headers['sec-fetch-site'], $headers['origin'], $headers['referer'] ) ) {
			throw new LoginRefused( 'cross_site', 403 );
		}
		return $this->end( $request, home_url( '/' ) );
	}

	/**
	 * WordPress's own logout. Whoever calls it has checked the nonce.
	 *
	 * @param Request $request Request.
	 * @throws LoginRefused When the provider doesn't answer; the session here is over then.
	 */
	public function leave( Request $request ): Answer {
		$to = wp_validate_redirect( $request->query['redirect_to'] ?? '' );
		return $this->end( $request, '' === $to ? add_query_arg( 'loggedout', 'true', site_url( 'wp-login.php', 'login' ) ) : $to );
	}

	/**
	 * `/sso/logged-out`: the provider sends people back.
	 *
	 * @param Request $request Request.
	 * @throws LoginRefused When no logout of this browser is under way; nothing happens to any session then.
	 */
	public function logged_out( Request $request ): Answer {
		try {
			$this->states->take( StateKind::Logout, $request->query['state'] ?? '', BrowserCookie::sent( $request ) );
		} catch ( LoginRefused $refused ) {
			throw new LoginRefused( 'logout_' . $refused->reason );
		} catch ( StateExpired $late ) {
			return Answer::redirect( home_url( $late->pending->return_to ) );
		}
		return Answer::redirect( home_url( '/' ) );
	}

	/** @throws LoginRefused When the provider doesn't answer. */
	private function end( Request $request, string $otherwise ): Answer {
		$sent    = BrowserCookie::sent( $request );
		$browser = '' === $sent ? LoginSecrets::random() : $sent;
		try {
			$address = $this->end->end( $browser );
		} catch ( LoginRefused ) {
			throw new LoginRefused( 'logout_incomplete', 503 );
		}
		return null === $address ? Answer::redirect( $otherwise ) : Answer::redirect( $address, '' === $sent ? $browser : '' );
	}

	/**
	 * POST `/sso/backchannel-logout`
	 *
	 * @param Request $request Request.
	 * @throws LoginRefused When the token isn't right.
	 */
	public function backchannel( Request $request ): Answer {
		$this->notice->take( $request->form['logout_token'] ?? '' );
		return Answer::json( 200, '' );
	}
}
