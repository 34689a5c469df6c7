<?php
/**
 * Values as they stand in the store.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cache;

/** Whole numbers stay numbers, so that Redis can count; everything else is serialised behind a letter. */
final readonly class Codec {

	/** Stands where something was deleted a moment ago; no value begins like this. */
	public const DELETED = 'D';

	/** Longer values aren't stored: one request in hundreds would wait for them (bytes). */
	private const LONGEST = 4_194_304;

	private bool $igbinary;

	/** @param bool|null $igbinary Whether to use that extension; as the machine has it by default. */
	public function __construct( ?bool $igbinary = null ) {
		$this->igbinary = $igbinary ?? function_exists( 'igbinary_serialize' );
	}

	/** @return string|null Null for what can't or shouldn't be stored. */
	public function encode( mixed $value ): ?string {
		if ( is_int( $value ) ) {
			return (string) $value;
		}
		$text = $this->igbinary ? 'I' . igbinary_serialize( $value ) : 'P' . serialize( [ $value ] ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- what WordPress puts in comes out as it was.
		return strlen( $text ) > self::LONGEST ? null : $text;
	}

	/**
	 * @param mixed $text What the store answered.
	 * @return array{mixed}|null The value, or null when there is none.
	 */
	public function decode( mixed $text ): ?array {
		if ( ! is_string( $text ) || '' === $text ) {
			return null;
		}
		return match ( $text[0] ) {
			'I'     => function_exists( 'igbinary_unserialize' ) ? [ igbinary_unserialize( substr( $text, 1 ) ) ] : null,
			'P'     => self::listed( maybe_unserialize( substr( $text, 1 ) ) ),
			'D'     => null,
			default => [ (int) $text ],
		};
	}

	/** @return array{mixed}|null */
	private static function listed( mixed $value ): ?array {
		return is_array( $value ) && array_key_exists( 0, $value ) ? [ $value[0] ] : null;
	}
}
