<?php
/**
 * Secrets at rest.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\SecondFactor;

use Lernwelt\Core\Seal;

/** Seals secrets with a key made from the salts of wp-config.php: whoever has only the database has nothing. */
final readonly class SecretBox {

	/** Version of the seal, so that a later one can be told apart. */
	private const VERSION = 'v1:';

	private string $key;

	/**
	 * @param string $salt Secret of this installation.
	 */
	public function __construct( string $salt ) {
		$this->key = sodium_crypto_generichash( 'lernwelt second factor', sodium_crypto_generichash( $salt ), Seal::KEY_BYTES );
	}

	/**
	 * Seals a secret.
	 *
	 * @param string $secret Bytes.
	 */
	public function seal( string $secret ): string {
		return self::VERSION . Seal::close( $secret, $this->key );
	}

	/**
	 * Opens a sealed secret.
	 *
	 * @param string $sealed What seal() gave.
	 * @return string|null Null when it was sealed with other salts, or changed.
	 */
	public function open( string $sealed ): ?string {
		return str_starts_with( $sealed, self::VERSION ) ? Seal::open( substr( $sealed, strlen( self::VERSION ) ), $this->key ) : null;
	}
}
