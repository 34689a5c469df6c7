<?php
/**
 * The connection as the network decides it.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use Closure;
use Lernwelt\Sso\Application\Protocol\ConfiguredClients;
use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Sso\Domain\Protocol\InvalidConfiguration;

/** Shows where each value comes from, and stores those that neither a constant nor the environment decides. Secrets are never among them. */
final readonly class ConnectionSettings {

	/** What can be stored. */
	public const NAMES = [ 'issuer', 'client_id', 'scopes', 'auth_method', 'algorithms' ];

	/** Values that are good for every other field, to look at one alone. */
	private const GOOD = [ 'issuer' => 'https://id.example.org', 'client_id' => 'x', 'client_secret' => 'x', 'private_key' => 'x' ];

	/** @var Closure( string ): ?array{value: string, source: string} */
	private Closure $decided;

	/**
	 * @param bool                                                      $local   Whether this is the local environment.
	 * @param ?Closure( string ): ?array{value: string, source: string} $decided Says what decides a name like `LERNWELT_OIDC_ISSUER` before the settings; constants and environment by default.
	 */
	public function __construct( private bool $local, ?Closure $decided = null ) {
		$this->decided = $decided ?? self::by_constant_or_environment( ... );
	}

	/**
	 * Values in use.
	 *
	 * @return array<string, array{value: string, source: string}> Source: constant, environment, settings, default.
	 */
	public function all(): array {
		$stored = $this->stored();
		$all    = [];
		foreach ( self::NAMES as $name ) {
			$value        = $stored[ $name ] ?? '';
			$fallback     = self::fallback( $name );
			$fixed        = $this->fixed( $name );
			$all[ $name ] = $fixed ?? ( is_string( $value ) && '' !== $value ? [ 'value' => $value, 'source' => 'settings' ] : [ 'value' => $fallback, 'source' => 'default' ] );
		}
		return $all;
	}

	/**
	 * Whether a secret is there; what it is nobody is told.
	 *
	 * @param string $name `client_secret` or `private_key`.
	 */
	public function has_secret( string $name ): bool {
		return '' !== ( $this->fixed( $name )['value'] ?? '' );
	}

	/**
	 * What is wrong with values.
	 *
	 * @param array<string, string> $values Name → value; an empty one stands for the default.
	 * @return array<string, string> Name → reason code.
	 */
	public function problems( array $values ): array {
		$problems = [];
		foreach ( array_intersect_key( $values, array_flip( self::NAMES ) ) as $name => $value ) {
			if ( '' === $value || null !== $this->fixed( $name ) ) {
				continue;
			}
			try {
				Configuration::from( [ ...self::GOOD, $name => $value ], $this->local );
			} catch ( InvalidConfiguration ) {
				$problems[ $name ] = strlen( $value ) > 300 ? 'too_long' : 'pattern';
			}
		}
		return $problems;
	}

	/**
	 * Stores values; those that are decided elsewhere, and the portals' own clients, stay.
	 *
	 * @param array<string, string> $values Name → value.
	 */
	public function store( array $values ): void {
		$stored = $this->stored();
		foreach ( self::NAMES as $name ) {
			if ( ! isset( $values[ $name ] ) || null !== $this->fixed( $name ) ) {
				continue;
			}
			if ( in_array( $values[ $name ], [ '', self::fallback( $name ) ], true ) ) {
				unset( $stored[ $name ] );
			} else {
				$stored[ $name ] = $values[ $name ];
			}
		}
		[] === $stored ? delete_site_option( ConfiguredClients::OPTION ) : update_site_option( ConfiguredClients::OPTION, $stored );
	}

	/** @return array<array-key, mixed> */
	private function stored(): array {
		$stored = get_site_option( ConfiguredClients::OPTION, [] );
		return is_array( $stored ) ? $stored : [];
	}

	private static function fallback( string $name ): string {
		return match ( $name ) {
			'scopes'      => Configuration::SCOPES,
			'auth_method' => 'client_secret_basic',
			'algorithms'  => implode( ',', Configuration::ALGORITHMS ),
			default       => '',
		};
	}

	/** @return ?array{value: string, source: string} */
	private function fixed( string $name ): ?array {
		return ( $this->decided )( 'LERNWELT_OIDC_' . strtoupper( $name ) );
	}

	/** @return ?array{value: string, source: string} */
	private static function by_constant_or_environment( string $constant ): ?array {
		if ( defined( $constant ) ) {
			$value = constant( $constant );
			return [ 'value' => is_string( $value ) ? $value : '', 'source' => 'constant' ];
		}
		$value = getenv( $constant );
		return false === $value ? null : [ 'value' => $value, 'source' => 'environment' ];
	}
}
