<?php
/**
 * The provider says that somebody has left.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Protocol;

use Lernwelt\Sso\Application\Sessions;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Sso\Domain\Protocol\LogoutToken;
use Lernwelt\Sso\Domain\Protocol\LogoutTokenStore;
use Lernwelt\Sso\Domain\Protocol\SignatureKeys;
use Lernwelt\Sso\Domain\Protocol\SignedToken;

/** Back-channel logout: one notice ends the sessions on all portals, whichever portal got it. */
final readonly class TakeLogoutToken {

	/**
	 * @param Configurations   $clients  Clients.
	 * @param Provider         $provider Provider.
	 * @param LogoutTokenStore $seen     Tokens that were used.
	 * @param Sessions         $sessions Sessions.
	 */
	public function __construct( private Configurations $clients, private Provider $provider, private LogoutTokenStore $seen, private Sessions $sessions ) {}

	/**
	 * @param string $text What was posted.
	 * @return int Number of sessions that ended.
	 * @throws LoginRefused With a code for what is wrong with it.
	 */
	public function take( #[\SensitiveParameter] string $text ): int {
		$token  = SignedToken::from( $text, Configuration::ALGORITHMS );
		$client = $this->client( $token->unverified_claims() );
		if ( ! in_array( $token->algorithm, $client->algorithms, true ) ) {
			throw new LoginRefused( 'algorithm_refused' );
		}
		$logout = $this->provider->verify(
			$client,
			$token,
			fn ( SignatureKeys $keys ): LogoutToken => LogoutToken::verify( $token, $keys, $client, $this->provider->now() )
		);
		if ( ! $this->seen->use_once( $client->issuer->url, $logout->id, $logout->expires + SignedToken::SKEW ) ) {
			throw new LoginRefused( 'jti_replayed' );
		}
		return $this->sessions->end_named( $logout->notice );
	}

	/**
	 * Which of our clients a token says it is for. The claims are checked again once the signature is.
	 *
	 * @param array<mixed> $claims Claims.
	 */
	private function client( array $claims ): Configuration {
		$audience = $claims['aud'] ?? null;
		$problem  = 'issuer_invalid';
		foreach ( $this->clients->all() as $client ) {
			if ( ( $claims['iss'] ?? null ) !== $client->issuer->url ) {
				continue;
			}
			if ( ( is_array( $audience ) ? $audience : [ $audience ] ) === [ $client->client_id ] ) {
				return $client;
			}
			$problem = 'audience_invalid';
		}
		throw new LoginRefused( $problem );
	}
}
