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

/** Builds the client of the identity provider; what a guest's page needs at once, the rest when somebody asks for it. */
final class ProtocolWiring {

	/** Who we are there. */
	public readonly ConfiguredClients $clients;

	private ?Provider $provider = null;

	/** One for all questions of a request: they go over one connection. */
	private ?WordPressHttp $http = null;

	/**
	 * @param wpdb     $db       Database.
	 * @param Services $services Shared services.
	 */
	public function __construct( private readonly wpdb $db, private readonly Services $services ) {
		$this->clients = new ConfiguredClients( $services->portals, 'local' === wp_get_environment_type() );
	}

	private function provider(): Provider {
		return $this->provider ??= new Provider( $this->http(), new DocumentTable( $this->db, $this->services->clock ), $this->services->clock );
	}

	private function tokens(): TokenEndpoint {
		return new TokenEndpoint( $this->http(), $this->provider() );
	}

	private function http(): WordPressHttp {
		return $this->http ??= new WordPressHttp();
	}

	private function states(): StateTable {
		return new StateTable( $this->db, $this->services->clock, $this->services->pseudonyms );
	}

	private function seen(): LogoutTokenTable {
		return new LogoutTokenTable( $this->db, $this->services->clock, $this->services->pseudonyms );
	}

	/** What renews the tokens of a session. */
	public function renewal(): Renewal {
		return new RenewTokens( $this->clients, $this->provider(), $this->tokens() );
	}

	/** Whether the provider answered when it was asked last; true as well when nobody is configured. */
	public function is_reachable(): bool {
		try {
			return $this->provider()->is_reachable( $this->clients->current() );
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
		$url      = home_url( ... );
		$provider = $this->provider();
		$states   = $this->states();
		return new Endpoints(
			new LoginEndpoints( new BeginLogin( $this->clients, $provider, $states, $url ), new FinishLogin( $this->clients, $provider, $this->tokens(), $states, $url ), $receiver ),
			new LogoutEndpoints(
				new EndSession( $this->clients, $provider, $states, $sessions, $url ),
				new TakeLogoutToken( $this->clients, $provider, $this->seen(), $sessions ),
				$states
			),
			$this->services->rate_limiter,
			$this->services->audit,
			new RefusalPage()
		);
	}

	/** Deletes what is over. */
	public function purge(): void {
		$this->states()->purge();
		$this->seen()->purge();
	}
}
