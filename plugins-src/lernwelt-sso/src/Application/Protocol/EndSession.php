<?php
/**
 * A session ends.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Protocol;

use Closure;
use Lernwelt\Sso\Application\Sessions;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\InvalidConfiguration;
use Lernwelt\Sso\Domain\Protocol\LoginSecrets;
use Lernwelt\Sso\Domain\Protocol\PendingLogin;
use Lernwelt\Sso\Domain\Protocol\StateKind;
use Lernwelt\Sso\Domain\Protocol\StateStore;

/** Ends the session here first, then at the provider (OpenID Connect RP-Initiated Logout). */
final readonly class EndSession {

	/** Path of the post-logout redirect URI on every portal. */
	public const BACK = '/sso/logged-out';

	/**
	 * @param Configurations            $clients  Clients.
	 * @param Provider                  $provider Provider.
	 * @param StateStore                $states   States.
	 * @param Sessions                  $sessions Sessions.
	 * @param Closure( string ): string $url      Address of a path on the current portal.
	 */
	public function __construct( private Configurations $clients, private Provider $provider, private StateStore $states, private Sessions $sessions, private Closure $url ) {}

	/**
	 * @param string $browser Secret of the browser.
	 * @return ?string Address at the provider; null when there is nothing to end there.
	 * @throws LoginRefused When the provider can't be reached; the session here is over nevertheless.
	 */
	public function end( #[\SensitiveParameter] string $browser ): ?string {
		$hint = $this->sessions->end_current();
		if ( null === $hint ) {
			return null;
		}
		try {
			$client = $this->clients->current();
		} catch ( InvalidConfiguration ) {
			return null;
		}
		$endpoint = $this->provider->metadata( $client )->end_session;
		if ( null === $endpoint ) {
			return null;
		}
		$secrets = new LoginSecrets( LoginSecrets::random(), $browser );
		$this->states->keep( StateKind::Logout, $secrets, $browser, new PendingLogin( '/' ) );
		$parameters = [
			'client_id'                => $client->client_id,
			'post_logout_redirect_uri' => ( $this->url )( self::BACK ),
			'state'                    => $secrets->state,
			'ui_locales'               => 'de',
		] + ( '' === $hint ? [] : [ 'id_token_hint' => $hint ] );
		return $endpoint . ( str_contains( $endpoint, '?' ) ? '&' : '?' ) . http_build_query( $parameters, '', '&', PHP_QUERY_RFC3986 );
	}
}
