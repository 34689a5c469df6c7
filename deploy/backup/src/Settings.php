<?php
/**
 * The configuration of WordPress.
 *
 * @package Lernwelt\Backup
 */

declare( strict_types=1 );

namespace Lernwelt\Backup;

/** Reads config.php, which returns an array (deploy/wordpress/config.example.php). */
final readonly class Settings {

	/**
	 * @param array<string, mixed> $all What config.php returns.
	 */
	private function __construct( private array $all ) {}

	/**
	 * @param string $file config.php.
	 * @throws Trouble When there is none.
	 */
	public static function load( string $file ): self {
		if ( ! is_readable( $file ) ) {
			throw new Trouble( "The configuration $file can't be read: set LERNWELT_CONFIG, and run this as root or as the portals' user." );
		}
		$all = require $file;
		if ( ! is_array( $all ) || ! is_array( $all['db'] ?? null ) ) {
			throw new Trouble( "$file is no configuration of the portals." );
		}
		return new self( $all );
	}

	/**
	 * @param string $path Keys with dots: `db.engine`.
	 * @return string Empty when it isn't given.
	 */
	public function text( string $path ): string {
		$value = $this->all;
		foreach ( explode( '.', $path ) as $key ) {
			$value = is_array( $value ) ? ( $value[ $key ] ?? '' ) : '';
		}
		return is_scalar( $value ) ? (string) $value : '';
	}

	/** Options for MariaDB's programs (`--defaults-extra-file`); the account is that of WordPress. */
	public function option_file(): string {
		$host  = $this->text( 'db.host' );
		$parts = explode( ':', $host, 2 );
		$rest  = $parts[1] ?? '';
		$lines = [ '[client]', 'user="' . self::quoted( $this->text( 'db.user' ) ) . '"', 'password="' . self::quoted( $this->text( 'db.password' ) ) . '"' ];
		if ( str_starts_with( $rest, '/' ) ) {
			$lines[] = "socket=\"$rest\"";
		} else {
			$lines[] = "host=\"{$parts[0]}\"";
			$lines   = '' === $rest ? $lines : [ ...$lines, "port=$rest" ];
		}
		return implode( "\n", $lines ) . "\n";
	}

	/** Fingerprint of the secret keys: a copy with other keys can't read second factors. */
	public function keys(): string {
		$salts = (array) ( $this->all['salts'] ?? [] );
		ksort( $salts );
		return hash( 'sha256', Files::to_json( $salts ) );
	}

	/**
	 * The same configuration for a copy that shares nothing with the running portals.
	 *
	 * @param array<string, mixed> $changes What differs.
	 */
	public function for_copy( array $changes ): string {
		$all = array_replace( $this->all, $changes );
		unset( $all['redis'], $all['page_cache'], $all['x_accel'] );
		return "<?php\nreturn json_decode( '" . addcslashes( Files::to_json( $all ), "'\\" ) . "', true, 16, JSON_THROW_ON_ERROR );\n";
	}

	/**
	 * @param string $key Key of the first level.
	 * @return array<string, mixed>
	 */
	public function group( string $key ): array {
		$group = $this->all[ $key ] ?? [];
		return is_array( $group ) ? $group : [];
	}

	private static function quoted( string $value ): string {
		return addcslashes( $value, "\"\\\n" );
	}
}
