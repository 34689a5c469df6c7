<?php
/**
 * Secrets at rest.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\SecondFactor;

/** Seals secrets with a key made from the salts of wp-config.php: whoever has only the database has nothing. */
final readonly class SecretBox {

	/** Version of the seal, so that a later one can be told apart. */
	private const VERSION = 'v1:';

	private string $key;

	/**
	 * @param string $salt Secret of this installation.
	 */
	public function __construct( string $salt ) {
		$this->key = sodium_crypto_generichash( 'lernwelt second factor', sodium_crypto_generichash( $salt ), SODIUM_CRYPTO_SECRETBOX_KEYBYTES );
	}

	/**
	 * Seals a secret.
	 *
	 * @param string $secret Bytes.
	 */
	public function seal( string $secret ): string {
		$nonce = random_bytes( SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );
		return self::VERSION . base64_encode( $nonce . sodium_crypto_secretbox( $secret, $nonce, $this->key ) );
	}

	/**
	 * Opens a sealed secret.
	 *
	 * @param string $sealed What seal() gave.
	 * @return string|null Null when it was sealed with other salts, or changed.
	 */
	public function open( string $sealed ): ?string {
		$bytes = base64_decode( substr( $sealed, strlen( self::VERSION ) ), true );
		if ( ! str_starts_with( $sealed, self::VERSION ) || false === $bytes || strlen( $bytes ) <= SODIUM_CRYPTO_SECRETBOX_NONCEBYTES + SODIUM_CRYPTO_SECRETBOX_MACBYTES ) {
			return null;
		}
		$secret = sodium_crypto_secretbox_open( substr( $bytes, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ), substr( $bytes, 0, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ), $this->key );
		return false === $secret ? null : $secret;
	}
}
