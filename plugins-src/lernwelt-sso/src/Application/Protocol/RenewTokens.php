<?php
/**
 * Fresh tokens from the provider.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Protocol;

use Lernwelt\Sso\Application\Renewal;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Sso\Domain\Protocol\IdToken;
use Lernwelt\Sso\Domain\Protocol\InvalidConfiguration;
use Lernwelt\Sso\Domain\Protocol\SignatureKeys;
use Lernwelt\Sso\Domain\Protocol\SignedToken;
use Lernwelt\Sso\Domain\TokenSet;
use Lernwelt\Sso\Domain\VerifiedLogin;

/** Uses a refresh token, which may be used once: the caller makes sure that nobody else does at the same time. */
final readonly class RenewTokens implements Renewal {

	/**
	 * @param Configurations $clients  Clients.
	 * @param Provider       $provider Provider.
	 * @param TokenEndpoint  $endpoint Tokens.
	 */
	public function __construct( private Configurations $clients, private Provider $provider, private TokenEndpoint $endpoint ) {}

	public function renew( string $issuer, string $subject, string $sid, #[\SensitiveParameter] TokenSet $tokens ): ?VerifiedLogin {
		if ( null === $tokens->refresh_token ) {
			return null;
		}
		try {
			$client = $this->clients->current();
		} catch ( InvalidConfiguration ) {
			return null;
		}
		if ( $client->issuer->url !== $issuer ) {
			throw new LoginRefused( 'renewal_issuer', 401 );
		}
		try {
			$fresh = $this->endpoint->exchange( $client, [ 'grant_type' => 'refresh_token', 'refresh_token' => $tokens->refresh_token ] );
		} catch ( LoginRefused $refused ) {
			return $this->outage_or_end( $refused );
		}
		return $this->login( $client, $subject, $sid, $tokens, $fresh );
	}

	/** Only a clear no of the provider ends a session; a provider in trouble does not. */
	private function outage_or_end( LoginRefused $refused ): null {
		if ( 'grant_refused' === $refused->reason ) {
			throw new LoginRefused( 'renewal_refused', 401 );
		}
		return null;
	}

	private function login( Configuration $client, string $subject, string $sid, #[\SensitiveParameter] TokenSet $before, #[\SensitiveParameter] TokenSet $fresh ): VerifiedLogin {
		$id      = '' === $fresh->id_token ? null : $this->verified( $client, $fresh );
		$claims  = $id->claims ?? SignedToken::from( $before->id_token, $client->algorithms )->unverified_claims();
		$more    = $this->provider->userinfo( $client, $fresh->access_token, $subject );
		$session = null === $id || '' === $id->sid ? $sid : $id->sid;
		if ( ( null !== $id && $id->subject !== $subject ) || $session !== $sid ) {
			throw new LoginRefused( 'renewal_subject', 401 );
		}
		// The old token was verified when it came; what is newer counts.
		$claims = null === $id ? $more + $claims : $claims + $more;
		$tokens = new TokenSet( null === $id ? $before->id_token : $fresh->id_token, $fresh->access_token, $fresh->refresh_token ?? $before->refresh_token, $fresh->expires_at );
		return new VerifiedLogin( $client->issuer->url, $subject, $session, array_filter( $claims, is_string( ... ), ARRAY_FILTER_USE_KEY ), $tokens, '/' );
	}

	/** Null when the keys can't be had just now: the old refresh token is used up, so the new one must not be lost. */
	private function verified( Configuration $client, #[\SensitiveParameter] TokenSet $fresh ): ?IdToken {
		$token = SignedToken::from( $fresh->id_token, $client->algorithms );
		try {
			return $this->provider->verify(
				$client,
				$token,
				fn ( SignatureKeys $keys ): IdToken => IdToken::verify( $token, $keys, $client, null, $fresh->access_token, $this->provider->now() )
			);
		} catch ( LoginRefused $refused ) {
			return 500 <= $refused->status ? null : throw $refused;
		}
	}
}
