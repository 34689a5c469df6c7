<?php
/**
 * Text that only a key opens.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use InvalidArgumentException;
use SensitiveParameter;

/** Authenticated encryption (XSalsa20 and Poly1305). Whoever uses it says where the key comes from: one key for each purpose. */
final class Seal {

	/** Length of a key in bytes. */
	public const KEY_BYTES = SODIUM_CRYPTO_SECRETBOX_KEYBYTES;

	/**
	 * Seals a text; the same text looks different every time.
	 *
	 * @param string $text Bytes.
	 * @param string $key  32 bytes that follow from a secret.
	 * @return string Base64.
	 * @throws InvalidArgumentException For a key of another length.
	 */
	public static function close( #[SensitiveParameter] string $text, #[SensitiveParameter] string $key ): string {
		$nonce = random_bytes( SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );
		return base64_encode( $nonce . sodium_crypto_secretbox( $text, $nonce, self::key( $key ) ) );
	}

	/**
	 * Opens a sealed text.
	 *
	 * @param string $sealed What close() gave.
	 * @param string $key    Key it was sealed with.
	 * @return ?string Null when it was changed, cut, or sealed with another key.
	 * @throws InvalidArgumentException For a key of another length.
	 */
	public static function open( string $sealed, #[SensitiveParameter] string $key ): ?string {
		$key   = self::key( $key );
		$bytes = base64_decode( $sealed, true );
		if ( false === $bytes || strlen( $bytes ) < SODIUM_CRYPTO_SECRETBOX_NONCEBYTES + SODIUM_CRYPTO_SECRETBOX_MACBYTES ) {
			return null;
		}
		$text = sodium_crypto_secretbox_open( substr( $bytes, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ), substr( $bytes, 0, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ), $key );
		return false === $text ? null : $text;
	}

	private static function key( #[SensitiveParameter] string $key ): string {
		return self::KEY_BYTES === strlen( $key ) ? $key : throw new InvalidArgumentException( 'A key has ' . self::KEY_BYTES . ' bytes.' );
	}
}
