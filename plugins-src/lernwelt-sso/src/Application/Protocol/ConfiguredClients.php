<?php
/**
 * Reads the configuration.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Protocol;

use Closure;
use Lernwelt\Core\Portals;
use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Sso\Domain\Protocol\InvalidConfiguration;

/**
 * Constants first, then the environment, then the network's settings (`lernwelt_sso`); secrets never from settings,
 * which lie in the database. A portal is a client of its own as soon as it has a client id of its own.
 */
final class ConfiguredClients implements Configurations {

	/** Network option: `[ 'issuer' => …, 'client_id' => …, 'portals' => [ 'lernorte' => [ 'client_id' => … ] ] ]`. */
	public const OPTION = 'lernwelt_sso';

	private const PREFIX = 'LERNWELT_OIDC_';

	private const NAMES = [ 'issuer', 'client_id', 'client_secret', 'scopes', 'auth_method', 'private_key', 'algorithms' ];

	/** Not in the database, and not taken over from the network's client by a portal's own. */
	private const SECRETS = [ 'client_secret', 'private_key' ];

	/** @var array<string, string>|null What constants and environment say. */
	private ?array $given = null;

	/** @var array<mixed>|null */
	private ?array $option = null;

	/** @var array<string, Configuration|InvalidConfiguration> */
	private array $found = [];

	/**
	 * @param Portals                            $portals Portals.
	 * @param bool                               $local   Whether this is the local environment.
	 * @param ?Closure(): array<string, string> $read    Says what is given: `LERNWELT_OIDC_…` → value; constants and environment by default.
	 */
	public function __construct( private readonly Portals $portals, private readonly bool $local, private readonly ?Closure $read = null ) {}

	/**
	 * What constants and, where they say nothing, the environment say.
	 *
	 * @return array<string, string>
	 */
	public static function given(): array {
		$given = [];
		foreach ( [ ...array_keys( get_defined_constants( true )['user'] ?? [] ), ...array_keys( getenv() ) ] as $name ) {
			if ( str_starts_with( $name, self::PREFIX ) ) {
				$value          = defined( $name ) ? constant( $name ) : getenv( $name );
				$given[ $name ] = is_string( $value ) ? $value : '';
			}
		}
		return $given;
	}

	public function current(): Configuration {
		return $this->of( $this->has_own_clients() ? $this->portals->current()->id : '' );
	}

	public function all(): array {
		$all = [];
		foreach ( [ '', ...array_map( static fn ( $portal ): string => $portal->id, $this->portals->all() ) ] as $id ) {
			try {
				$client = $this->of( $id );
			} catch ( InvalidConfiguration ) {
				continue;
			}
			$all[ $client->issuer->url . "\0" . $client->client_id ] = $client;
		}
		return array_values( $all );
	}

	/** Whether a login can be tried on the current portal. */
	public function is_configured(): bool {
		try {
			$this->current();
			return true;
		} catch ( InvalidConfiguration ) {
			return false;
		}
	}

	/** @throws InvalidConfiguration When it can't work. */
	private function of( string $portal ): Configuration {
		$this->found[ $portal ] ??= $this->read( $portal );
		return $this->found[ $portal ] instanceof Configuration ? $this->found[ $portal ] : throw $this->found[ $portal ];
	}

	private function read( string $portal ): Configuration|InvalidConfiguration {
		$own      = '' !== $portal && '' !== $this->value( 'client_id', $portal );
		$settings = [];
		foreach ( self::NAMES as $name ) {
			$settings[ $name ] = $own ? $this->value( $name, $portal ) : '';
			if ( '' === $settings[ $name ] && ! ( $own && in_array( $name, self::SECRETS, true ) ) ) {
				$settings[ $name ] = $this->value( $name, '' );
			}
		}
		if ( '' !== $settings['private_key'] && ! str_contains( $settings['private_key'], '-----BEGIN' ) ) {
			$settings['private_key'] = is_readable( $settings['private_key'] ) ? (string) file_get_contents( $settings['private_key'] ) : '';
		}
		try {
			return Configuration::from( $settings, $this->local );
		} catch ( InvalidConfiguration $problem ) {
			return $problem;
		}
	}

	private function value( string $name, string $portal ): string {
		$key = self::PREFIX . strtoupper( $name ) . ( '' === $portal ? '' : '_' . strtoupper( strtr( $portal, '-', '_' ) ) );
		return $this->all_given()[ $key ] ?? ( in_array( $name, self::SECRETS, true ) ? '' : $this->stored( $name, $portal ) );
	}

	/** @return array<string, string> */
	private function all_given(): array {
		return $this->given ??= null === $this->read ? self::given() : ( $this->read )();
	}

	private function stored( string $name, string $portal ): string {
		// Where constants name the provider nobody pays for asking the database.
		if ( null === $this->option ) {
			$option       = isset( $this->all_given()[ self::PREFIX . 'ISSUER' ] ) ? [] : get_site_option( self::OPTION, [] );
			$this->option = is_array( $option ) ? $option : [];
		}
		$portals = $this->option['portals'] ?? [];
		$values  = '' === $portal ? $this->option : ( is_array( $portals ) ? $portals[ $portal ] ?? [] : [] );
		$value   = is_array( $values ) ? $values[ $name ] ?? '' : '';
		return is_string( $value ) ? $value : '';
	}

	/** Whether any portal could be a client of its own; finding out which one this is costs a query. */
	private function has_own_clients(): bool {
		foreach ( array_keys( $this->all_given() ) as $name ) {
			if ( str_starts_with( $name, self::PREFIX . 'CLIENT_ID_' ) ) {
				return true;
			}
		}
		$this->stored( 'client_id', '' );
		return isset( $this->option['portals'] );
	}
}
