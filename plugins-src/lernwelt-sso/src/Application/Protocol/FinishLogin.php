<?php
/**
 * A login comes back.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Protocol;

use Closure;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Sso\Domain\Protocol\IdToken;
use Lernwelt\Sso\Domain\Protocol\LoginSecrets;
use Lernwelt\Sso\Domain\Protocol\NotLoggedIn;
use Lernwelt\Sso\Domain\Protocol\PendingLogin;
use Lernwelt\Sso\Domain\Protocol\SignatureKeys;
use Lernwelt\Sso\Domain\Protocol\SignedToken;
use Lernwelt\Sso\Domain\Protocol\StateExpired;
use Lernwelt\Sso\Domain\Protocol\StateKind;
use Lernwelt\Sso\Domain\Protocol\StateStore;
use Lernwelt\Sso\Domain\VerifiedLogin;

/** Turns the provider's answer into a verified login, or into a refusal. */
final readonly class FinishLogin {

	/** Errors that providers know; others have no code of their own. */
	private const ERRORS = [ 'access_denied', 'invalid_request', 'unauthorized_client', 'unsupported_response_type', 'invalid_scope', 'server_error', 'temporarily_unavailable', 'login_required', 'interaction_required', 'account_selection_required', 'consent_required' ];

	/** What a silent attempt gets when the provider would have to show something. */
	private const SILENT = [ 'login_required', 'interaction_required', 'account_selection_required', 'consent_required' ];

	/**
	 * @param Configurations            $clients  Clients.
	 * @param Provider                  $provider Provider.
	 * @param TokenEndpoint             $tokens   Tokens.
	 * @param StateStore                $states   States.
	 * @param Closure( string ): string $url      Address of a path on the current portal.
	 */
	public function __construct( private Configurations $clients, private Provider $provider, private TokenEndpoint $tokens, private StateStore $states, private Closure $url ) {}

	/**
	 * @param array<string, string> $answer  Parameters of the callback.
	 * @param string                $browser Secret of the browser, '' when it sent none.
	 * @throws LoginRefused With a code for what is wrong.
	 * @throws NotLoggedIn  After a silent attempt.
	 * @throws StateExpired When it took too long.
	 */
	public function login( #[\SensitiveParameter] array $answer, #[\SensitiveParameter] string $browser ): VerifiedLogin {
		$client  = $this->clients->current();
		$pending = $this->states->take( StateKind::Login, $answer['state'] ?? '', $browser );
		try {
			$this->check_sender( $client, $answer['iss'] ?? null );
			if ( isset( $answer['error'] ) ) {
				throw $this->error( $answer['error'], $pending );
			}
			$code = $answer['code'] ?? throw new LoginRefused( 'code_missing' );
			return $this->redeem( $client, $code, new LoginSecrets( $answer['state'], $browser ), $pending );
		} catch ( LoginRefused $refused ) {
			throw $refused->on_the_way_to( $pending->return_to );
		}
	}

	/** RFC 9207: an answer of another provider must not be taken for ours. */
	private function check_sender( Configuration $client, ?string $issuer ): void {
		if ( null === $issuer && $this->provider->metadata( $client )->sends_issuer ) {
			throw new LoginRefused( 'response_issuer_missing' );
		}
		if ( null !== $issuer && $client->issuer->url !== $issuer ) {
			throw new LoginRefused( 'response_issuer_invalid' );
		}
	}

	private function error( string $error, PendingLogin $pending ): LoginRefused|NotLoggedIn {
		if ( $pending->silent && in_array( $error, self::SILENT, true ) ) {
			return new NotLoggedIn( $pending->return_to );
		}
		return new LoginRefused( in_array( $error, self::ERRORS, true ) ? 'provider_' . $error : 'provider_error' );
	}

	private function redeem( Configuration $client, #[\SensitiveParameter] string $code, LoginSecrets $secrets, PendingLogin $pending ): VerifiedLogin {
		$tokens = $this->tokens->exchange(
			$client,
			[
				'grant_type'    => 'authorization_code',
				'code'          => $code,
				'redirect_uri'  => ( $this->url )( BeginLogin::CALLBACK ),
				'code_verifier' => $secrets->verifier(),
			]
		);
		$token  = SignedToken::from( $tokens->id_token, $client->algorithms );
		$id     = $this->provider->verify(
			$client,
			$token,
			fn ( SignatureKeys $keys ): IdToken => IdToken::verify( $token, $keys, $client, $secrets->nonce(), $tokens->access_token, $this->provider->now() )
		);
		$more   = $this->provider->userinfo( $client, $tokens->access_token, $id->subject );
		return new VerifiedLogin( $client->issuer->url, $id->subject, $id->sid, $id->claims + $more, $tokens, $pending->return_to );
	}
}
