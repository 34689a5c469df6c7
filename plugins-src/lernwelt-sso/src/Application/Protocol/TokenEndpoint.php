<?php
/**
 * Tokens for codes.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Protocol;

use Firebase\JWT\JWT;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\ClientAuth;
use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Sso\Domain\Protocol\HttpAnswer;
use Lernwelt\Sso\Domain\Protocol\HttpClient;
use Lernwelt\Sso\Domain\Protocol\LoginSecrets;
use Lernwelt\Sso\Domain\TokenSet;
use Throwable;

/** Exchanges codes and refresh tokens at the provider's token endpoint. */
final readonly class TokenEndpoint {

	/** Seconds for which an assertion of ours is good. */
	private const ASSERTION = 60;

	/**
	 * @param HttpClient $http     Way to the provider.
	 * @param Provider   $provider Knows the address.
	 */
	public function __construct( private HttpClient $http, private Provider $provider ) {}

	/**
	 * @param Configuration         $client Client.
	 * @param array<string, string> $grant  `grant_type` and what belongs to it.
	 * @return TokenSet The ID token is not verified yet, and '' when none was sent.
	 * @throws LoginRefused With reason `grant_refused`, `client_refused`, `token_answer_malformed` or (503) `token_endpoint_failed`.
	 */
	public function exchange( Configuration $client, #[\SensitiveParameter] array $grant ): TokenSet {
		$url    = $this->provider->metadata( $client )->token;
		$proof  = ClientAuth::Secret === $client->auth ? [] : $this->assertion( $client );
		$basic  = ClientAuth::Secret === $client->auth ? [ 'Authorization' => 'Basic ' . base64_encode( rawurlencode( $client->client_id ) . ':' . rawurlencode( $client->secret ) ) ] : [];
		try {
			$answer = $this->http->request( $client->issuer, $url, $basic + [ 'Accept' => 'application/json' ], $grant + $proof );
		} catch ( LoginRefused $silent ) {
			$this->provider->note_silence( $client );
			throw $silent;
		}
		return $this->tokens( $answer );
	}

	/** @return array<string, string> */
	private function assertion( Configuration $client ): array {
		$now    = $this->provider->now();
		$claims = [
			'iss' => $client->client_id,
			'sub' => $client->client_id,
			'aud' => $client->issuer->url,
			'jti' => LoginSecrets::random(),
			'iat' => $now,
			'exp' => $now + self::ASSERTION,
		];
		try {
			$key    = openssl_pkey_get_private( $client->secret );
			$is_rsa = false !== $key && OPENSSL_KEYTYPE_RSA === ( openssl_pkey_get_details( $key )['type'] ?? null );
			$signed = JWT::encode( $claims, $client->secret, $is_rsa ? 'RS256' : 'ES256' );
		} catch ( Throwable ) {
			throw new LoginRefused( 'private_key_unusable', 503 );
		}
		return [
			'client_id'             => $client->client_id,
			'client_assertion_type' => 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
			'client_assertion'      => $signed,
		];
	}

	private function tokens( HttpAnswer $answer ): TokenSet {
		$data = $answer->json();
		if ( 200 !== $answer->status ) {
			throw self::refusal( $answer->status, $data['error'] ?? null );
		}
		$access  = $data['access_token'] ?? null;
		$id      = $data['id_token'] ?? '';
		$refresh = $data['refresh_token'] ?? null;
		$type    = $data['token_type'] ?? null;
		$seconds = $data['expires_in'] ?? 0;
		if ( ! is_string( $access ) || 1 !== preg_match( '/^[\x21-\x7E]+$/D', $access ) || ! is_string( $id ) || ! is_string( $type ) || 'bearer' !== strtolower( $type ) ) {
			throw new LoginRefused( 'token_answer_malformed' );
		}
		$lives = is_numeric( $seconds ) && 0 < $seconds ? $this->provider->now() + (int) min( $seconds, 31_536_000 ) : 0;
		return new TokenSet( $id, $access, is_string( $refresh ) && '' !== $refresh ? $refresh : null, $lives );
	}

	private static function refusal( int $status, mixed $error ): LoginRefused {
		return match ( true ) {
			'invalid_client' === $error, 'unauthorized_client' === $error => new LoginRefused( 'client_refused' ),
			500 <= $status                                                 => new LoginRefused( 'token_endpoint_failed', 503 ),
			'invalid_grant' === $error                                     => new LoginRefused( 'grant_refused' ),
			default                                                        => new LoginRefused( 'token_answer_malformed' ),
		};
	}
}
