<?php
/**
 * A login begins.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Protocol;

use Closure;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Sso\Domain\Protocol\LoginSecrets;
use Lernwelt\Sso\Domain\Protocol\PendingLogin;
use Lernwelt\Sso\Domain\Protocol\StateKind;
use Lernwelt\Sso\Domain\Protocol\StateStore;

/** Remembers an attempt and says where the browser goes. */
final readonly class BeginLogin {

	/** Path of the redirect URI on every portal. */
	public const CALLBACK = '/sso/callback';

	/**
	 * @param Configurations            $clients  Clients.
	 * @param Provider                  $provider Provider.
	 * @param StateStore                $states   States.
	 * @param Closure( string ): string $url      Address of a path on the current portal.
	 */
	public function __construct( private Configurations $clients, private Provider $provider, private StateStore $states, private Closure $url ) {}

	/**
	 * @param PendingLogin $pending What is remembered.
	 * @param string       $browser Secret of the browser.
	 * @return string Authorization request: address at the provider.
	 * @throws LoginRefused When the provider can't be reached or isn't what it should be.
	 */
	public function address( PendingLogin $pending, #[\SensitiveParameter] string $browser ): string {
		$client   = $this->clients->current();
		$endpoint = $this->provider->metadata_alive( $client )->authorization;
		$secrets  = new LoginSecrets( LoginSecrets::random(), $browser );
		$this->states->keep( StateKind::Login, $secrets, $browser, $pending );
		return $endpoint . ( str_contains( $endpoint, '?' ) ? '&' : '?' ) . http_build_query( $this->parameters( $client, $secrets, $pending ), '', '&', PHP_QUERY_RFC3986 );
	}

	/** @return array<string, string> */
	private function parameters( Configuration $client, LoginSecrets $secrets, PendingLogin $pending ): array {
		return [
			'response_type'         => 'code',
			'client_id'             => $client->client_id,
			'redirect_uri'          => ( $this->url )( self::CALLBACK ),
			'scope'                 => $client->scopes,
			'state'                 => $secrets->state,
			'nonce'                 => $secrets->nonce(),
			'code_challenge'        => $secrets->challenge(),
			'code_challenge_method' => 'S256',
			'ui_locales'            => 'de',
		] + ( $pending->silent ? [ 'prompt' => 'none' ] : [] );
	}
}
