<?php
/**
 * Objects of the protocol.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso;

use Lernwelt\Core\Services;
use Lernwelt\Sso\Application\LoginReceiver;
use Lernwelt\Sso\Application\Protocol\BeginLogin;
use Lernwelt\Sso\Application\Protocol\ConfiguredClients;
use Lernwelt\Sso\Application\Protocol\EndSession;
use Lernwelt\Sso\Application\Protocol\FinishLogin;
use Lernwelt\Sso\Application\Protocol\Provider;
use Lernwelt\Sso\Application\Protocol\RenewTokens;
use Lernwelt\Sso\Application\Protocol\TakeLogoutToken;
use Lernwelt\Sso\Application\Protocol\TokenEndpoint;
use Lernwelt\Sso\Application\Renewal;
use Lernwelt\Sso\Application\Sessions;
use Lernwelt\Sso\Domain\Protocol\InvalidConfiguration;
use Lernwelt\Sso\Persistence\Protocol\DocumentTable;
use Lernwelt\Sso\Persistence\Protocol\LogoutTokenTable;
use Lernwelt\Sso\Persistence\Protocol\StateTable;
use Lernwelt\Sso\Web\Protocol\Endpoints;
use Lernwelt\Sso\Web\Protocol\LoginEndpoints;
use Lernwelt\Sso\Web\Protocol\LogoutEndpoints;
use Lernwelt\Sso\Web\Protocol\RefusalPage;
use Lernwelt\Sso\Web\Protocol\WordPressHttp;
use wpdb;

/** Builds the client of the identity provider. */
final readonly class ProtocolWiring {

	/** Who we are there. */
	public ConfiguredClients $clients;

	/** The provider itself. */
	private Provider $provider;

	private TokenEndpoint $tokens;

	private StateTable $states;

	private LogoutTokenTable $seen;

	/**
	 * @param wpdb     $db       Database.
	 * @param Services $services Shared services.
	 */
	public function __construct( wpdb $db, private Services $services ) {
		$http           = new WordPressHttp();
		$this->clients  = new ConfiguredClients( $services->portals, 'local' === wp_get_environment_type() );
		$this->provider = new Provider( $http, new DocumentTable( $db, $services->clock ), $services->clock );
		$this->tokens   = new TokenEndpoint( $http, $this->provider );
		$this->states   = new StateTable( $db, $services->clock, $services->pseudonyms );
		$this->seen     = new LogoutTokenTable( $db, $services->clock, $services->pseudonyms );
	}

	/** What renews the tokens of a session. */
	public function renewal(): Renewal {
		return new RenewTokens( $this->clients, $this->provider, $this->tokens );
	}

	/** Whether the provider answered when it was asked last; true as well when nobody is configured. */
	public function is_reachable(): bool {
		try {
			return $this->provider->is_reachable( $this->clients->current() );
		} catch ( InvalidConfiguration ) {
			return true;
		}
	}

	/**
	 * The endpoints.
	 *
	 * @param Sessions      $sessions Sessions.
	 * @param LoginReceiver $receiver Who takes a verified login.
	 */
	public function endpoints( Sessions $sessions, LoginReceiver $receiver ): Endpoints {
		$url   = home_url( ... );
		$begin = new BeginLogin( $this->clients, $this->provider, $this->states, $url );
		return new Endpoints(
			new LoginEndpoints( $begin, new FinishLogin( $this->clients, $this->provider, $this->tokens, $this->states, $url ), $receiver ),
			new LogoutEndpoints(
				new EndSession( $this->clients, $this->provider, $this->states, $sessions, $url ),
				new TakeLogoutToken( $this->clients, $this->provider, $this->seen, $sessions ),
				$this->states
			),
			$this->services->rate_limiter,
			$this->services->audit,
			new RefusalPage()
		);
	}

	/** Deletes what is over. */
	public function purge(): void {
		$this->states->purge();
		$this->seen->purge();
	}
}
