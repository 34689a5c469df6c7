<?php
/**
 * The identity provider.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Protocol;

use Closure;
use Lernwelt\Core\Clock;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Sso\Domain\Protocol\DocumentStore;
use Lernwelt\Sso\Domain\Protocol\HttpClient;
use Lernwelt\Sso\Domain\Protocol\ProviderMetadata;
use Lernwelt\Sso\Domain\Protocol\SignatureKeys;
use Lernwelt\Sso\Domain\Protocol\SignedToken;

/** What a provider publishes, and what it says about a person. */
final readonly class Provider {

	/** Seconds for which its configuration is believed. */
	private const METADATA_AGE = 3600;

	/** Seconds for which it is believed to be there when somebody is about to be sent to it. */
	private const ALIVE = 60;

	/** Seconds for which nobody asks again after it did not answer; each try can take a process many seconds. */
	private const DOWN = 15;

	/** Seconds for which its keys are believed: as long may a key that was withdrawn go on. */
	private const KEYS_AGE = 600;

	/** For one name of a key, keys are fetched out of turn at most once in so many seconds. */
	private const REFETCH = 60;

	/**
	 * For all names together: so short that nobody who sends tokens with invented names keeps others from a new key, so
	 * long that the provider isn't flooded through us.
	 */
	private const BREATH = 5;

	/** Names of keys that are remembered. */
	private const NAMES = 50;

	/**
	 * @param HttpClient    $http  Way to it.
	 * @param DocumentStore $store What it published.
	 * @param Clock         $clock Time.
	 */
	public function __construct( private HttpClient $http, private DocumentStore $store, private Clock $clock ) {}

	/**
	 * Its configuration.
	 *
	 * @param Configuration $client Client.
	 * @throws LoginRefused When it can't be had or isn't right.
	 */
	public function metadata( Configuration $client ): ProviderMetadata {
		$known = $this->store->find( $client->issuer->discovery_url(), self::METADATA_AGE );
		return null === $known ? $this->discovered( $client ) : ProviderMetadata::from( $known, $client->issuer );
	}

	/**
	 * Its configuration, after a look whether it is there: nobody is sent to a provider that can't be reached.
	 *
	 * @param Configuration $client Client.
	 * @throws LoginRefused When it can't be had or isn't right; with status 503 when it doesn't answer.
	 */
	public function metadata_alive( Configuration $client ): ProviderMetadata {
		if ( ! $this->is_reachable( $client ) ) {
			throw new LoginRefused( 'provider_unreachable', 503 );
		}
		$known = $this->store->find( $client->issuer->discovery_url(), self::ALIVE );
		return null === $known ? $this->discovered( $client ) : ProviderMetadata::from( $known, $client->issuer );
	}

	/**
	 * Whether it answered when it was asked last, as far as that is a short time ago.
	 *
	 * @param Configuration $client Client.
	 */
	public function is_reachable( Configuration $client ): bool {
		return null === $this->store->find( self::down( $client ), self::DOWN );
	}

	/**
	 * Notes that it didn't answer: for a moment the login page says so, and nobody is sent there.
	 *
	 * @param Configuration $client Client.
	 */
	public function note_silence( Configuration $client ): void {
		$this->store->keep( self::down( $client ), [ 'down' => true ] );
	}

	private static function down( Configuration $client ): string {
		return $client->issuer->url . '#unreachable';
	}

	private function discovered( Configuration $client ): ProviderMetadata {
		$url = $client->issuer->discovery_url();
		try {
			$fresh = $this->fetch( $client, $url, 'discovery' );
		} catch ( LoginRefused $refused ) {
			if ( 500 <= $refused->status ) {
				$this->note_silence( $client );
			}
			throw $refused;
		}
		$metadata = ProviderMetadata::from( $fresh, $client->issuer );
		$this->store->keep( $url, $fresh );
		$this->store->forget( self::down( $client ) );
		return $metadata;
	}

	/** Seconds since 1970. */
	public function now(): int {
		return $this->clock->now()->getTimestamp();
	}

	/**
	 * Verifies a token; when its key is not known, keys are fetched once more, as they may have changed a moment ago.
	 *
	 * @template T
	 * @param Configuration                $client Client.
	 * @param SignedToken                  $token  Token.
	 * @param Closure( SignatureKeys ): T $verify Checks it with these keys.
	 * @return T
	 * @throws LoginRefused With a code for what is wrong with it.
	 */
	public function verify( Configuration $client, SignedToken $token, Closure $verify ): mixed {
		$url   = $this->metadata( $client )->keys;
		$known = $this->store->find( $url, self::KEYS_AGE );
		$keys  = SignatureKeys::from( $known ?? $this->fetch_keys( $client, $url ) );
		try {
			return $verify( $keys );
		} catch ( LoginRefused $refused ) {
			// A key without a name can change without a word.
			$may_be_new = SignatureKeys::UNKNOWN === $refused->reason || ( null === $token->kid && 'signature_invalid' === $refused->reason );
			if ( null === $known || ! $may_be_new || ! $this->may_refetch( $url, (string) $token->kid ) ) {
				throw $refused;
			}
		}
		return $verify( SignatureKeys::from( $this->fetch_keys( $client, $url ) ) );
	}

	/**
	 * What it says about a person. When only this doesn't answer, the ID token has to do.
	 *
	 * @param Configuration $client       Client.
	 * @param string        $access_token Access token.
	 * @param string        $subject      Whom it must be about.
	 * @return array<string, mixed>
	 * @throws LoginRefused With reason `userinfo_refused`, `userinfo_malformed` or `userinfo_subject`.
	 */
	public function userinfo( Configuration $client, #[\SensitiveParameter] string $access_token, string $subject ): array {
		$url = $this->metadata( $client )->userinfo;
		if ( null === $url ) {
			return [];
		}
		try {
			$answer = $this->http->request( $client->issuer, $url, [ 'Authorization' => 'Bearer ' . $access_token ] );
		} catch ( LoginRefused ) {
			return [];
		}
		if ( 200 !== $answer->status ) {
			return 500 <= $answer->status ? [] : throw new LoginRefused( 'userinfo_refused' );
		}
		$claims = $answer->json() ?? throw new LoginRefused( 'userinfo_malformed' );
		if ( ( $claims['sub'] ?? null ) !== $subject ) {
			throw new LoginRefused( 'userinfo_subject' );
		}
		return $claims;
	}

	private function may_refetch( string $url, string $kid ): bool {
		$asked = $this->store->find( "$url#asked", self::REFETCH ) ?? [];
		$name  = hash( 'sha256', $kid );
		if ( (int) ( $asked[ $name ] ?? 0 ) > $this->now() - self::REFETCH || ! $this->store->may_refetch( $url, self::BREATH ) ) {
			return false;
		}
		$this->store->keep( "$url#asked", [ $name => $this->now() ] + array_slice( $asked, 0, self::NAMES - 1, true ) );
		return true;
	}

	/** @return array<mixed> */
	private function fetch_keys( Configuration $client, string $url ): array {
		$keys = $this->fetch( $client, $url, 'keys' );
		SignatureKeys::from( $keys );
		$this->store->keep( $url, $keys );
		return $keys;
	}

	/** @return array<mixed> */
	private function fetch( Configuration $client, string $url, string $what ): array {
		$answer = $this->http->request( $client->issuer, $url, [ 'Accept' => 'application/json' ] );
		if ( 200 !== $answer->status ) {
			throw new LoginRefused( $what . '_unavailable', 503 );
		}
		return $answer->json() ?? throw new LoginRefused( $what . '_malformed' );
	}
}
