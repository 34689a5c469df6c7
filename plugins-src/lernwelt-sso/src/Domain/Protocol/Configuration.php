<?php
/**
 * A client of the provider.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

/** Who we are for the provider. Made from settings that were checked; the secret never leaves it but to the provider. */
final readonly class Configuration {

	/** What a provider may sign with; symmetric algorithms and `none` can't even be configured. */
	public const ALGORITHMS = [ 'RS256', 'ES256', 'PS256' ];

	public const SCOPES = 'openid profile email lernwelt';

	/**
	 * @param Issuer       $issuer     Provider.
	 * @param string       $client_id  Name of this client there.
	 * @param ClientAuth   $auth       How it proves who it is.
	 * @param string       $secret     Its secret, or its private key (PEM).
	 * @param string       $scopes     Scopes, separated by spaces.
	 * @param list<string> $algorithms Some of ALGORITHMS.
	 */
	private function __construct(
		public Issuer $issuer,
		public string $client_id,
		public ClientAuth $auth,
		#[\SensitiveParameter] public string $secret,
		public string $scopes,
		public array $algorithms,
	) {}

	/**
	 * @param array<string, string> $settings `issuer`, `client_id`, `client_secret`, `scopes`, `auth_method`, `private_key` (PEM), `algorithms`; what is empty counts as missing.
	 * @param bool                  $local    Whether this is the local environment.
	 * @throws InvalidConfiguration With the name of the first setting that is wrong, or `not_configured`.
	 */
	public static function from( #[\SensitiveParameter] array $settings, bool $local ): self {
		$settings = array_filter( array_map( trim( ... ), $settings ), static fn ( string $value ): bool => '' !== $value );
		if ( ! isset( $settings['issuer'], $settings['client_id'] ) ) {
			throw new InvalidConfiguration( InvalidConfiguration::MISSING );
		}
		$issuer = new Issuer( $settings['issuer'], $local );
		$auth   = ClientAuth::tryFrom( $settings['auth_method'] ?? ClientAuth::Secret->value );
		$secret = $settings[ ClientAuth::PrivateKey === $auth ? 'private_key' : 'client_secret' ] ?? '';
		$scopes = $settings['scopes'] ?? self::SCOPES;
		self::refuse_unless( null !== $auth, 'auth_method' );
		self::refuse_unless( 1 === preg_match( '/^[\x21-\x7E]{1,255}$/D', $settings['client_id'] ), 'client_id' );
		self::refuse_unless( '' !== $secret, ClientAuth::PrivateKey === $auth ? 'private_key' : 'client_secret' );
		self::refuse_unless( 1 === preg_match( '/^[\x21\x23-\x5B\x5D-\x7E]+( [\x21\x23-\x5B\x5D-\x7E]+)*$/D', $scopes ) && in_array( 'openid', explode( ' ', $scopes ), true ), 'scopes' );
		return new self( $issuer, $settings['client_id'], $auth, $secret, $scopes, self::algorithms( $settings['algorithms'] ?? '' ) );
	}

	/** @return list<string> */
	private static function algorithms( string $list ): array {
		$named = '' === $list ? self::ALGORITHMS : array_map( trim( ... ), explode( ',', $list ) );
		self::refuse_unless( [] === array_diff( $named, self::ALGORITHMS ), 'algorithms' );
		return array_values( $named );
	}

	/** @phpstan-assert true $good */
	private static function refuse_unless( bool $good, string $setting ): void {
		if ( ! $good ) {
			throw new InvalidConfiguration( $setting );
		}
	}
}
