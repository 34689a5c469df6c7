<?php
/**
 * Whether the connection works.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use Lernwelt\Core\Clock;
use Lernwelt\Sso\Application\Protocol\Configurations;
use Lernwelt\Sso\Application\Protocol\Provider;
use Lernwelt\Sso\Application\Protocol\TokenEndpoint;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Sso\Domain\Protocol\HttpClient;
use Lernwelt\Sso\Domain\Protocol\InvalidConfiguration;
use Lernwelt\Sso\Domain\Protocol\ProviderMetadata;
use Lernwelt\Sso\Domain\Protocol\SignatureKeys;

/** Asks the provider step by step, past everything that is remembered. Nobody is logged in by that. */
final readonly class ConnectionCheck {

	private Provider $provider;

	/**
	 * @param Configurations $clients Clients.
	 * @param HttpClient     $http    Way to the provider.
	 * @param Clock          $clock   Time.
	 */
	public function __construct( private Configurations $clients, private HttpClient $http, Clock $clock ) {
		$this->provider = new Provider( $http, new NothingStored(), $clock );
	}

	/**
	 * Checks the client of the current portal.
	 *
	 * @return list<array{step: string, ok: bool, reason: string}> Steps in order: configuration, discovery, keys, client,
	 *                                                             userinfo, logout; after a failure that others need they end.
	 */
	public function run(): array {
		try {
			$client = $this->clients->current();
		} catch ( InvalidConfiguration $problem ) {
			return [ self::step( 'configuration', $problem->reason ) ];
		}
		$steps = [ self::step( 'configuration' ) ];
		try {
			$metadata = $this->provider->metadata( $client );
		} catch ( LoginRefused $refused ) {
			return [ ...$steps, self::step( 'discovery', $refused->reason ) ];
		}
		return [
			...$steps,
			self::step( 'discovery' ),
			$this->keys( $client, $metadata ),
			$this->client( $client ),
			self::step( 'userinfo', null === $metadata->userinfo ? 'missing' : '' ),
			self::step( 'logout', null === $metadata->end_session ? 'missing' : '' ),
		];
	}

	/** @return array{step: string, ok: bool, reason: string} */
	private function keys( Configuration $client, ProviderMetadata $metadata ): array {
		try {
			$answer = $this->http->request( $client->issuer, $metadata->keys, [ 'Accept' => 'application/json' ] );
			SignatureKeys::from( 200 === $answer->status ? $answer->json() : null );
			return self::step( 'keys' );
		} catch ( LoginRefused $refused ) {
			return self::step( 'keys', $refused->reason );
		}
	}

	/**
	 * A code that nobody got is refused – but only after the provider has believed who we are.
	 *
	 * @return array{step: string, ok: bool, reason: string}
	 */
	private function client( Configuration $client ): array {
		try {
			( new TokenEndpoint( $this->http, $this->provider ) )->exchange( $client, [ 'grant_type' => 'authorization_code', 'code' => 'connection-check', 'redirect_uri' => home_url( '/sso/callback' ), 'code_verifier' => str_repeat( 'x', 43 ) ] );
			return self::step( 'client', 'token_answer_malformed' );
		} catch ( LoginRefused $refused ) {
			return self::step( 'client', 'grant_refused' === $refused->reason ? '' : $refused->reason );
		}
	}

	/** @return array{step: string, ok: bool, reason: string} */
	private static function step( string $step, string $reason = '' ): array {
		return [ 'step' => $step, 'ok' => '' === $reason, 'reason' => $reason ];
	}
}
