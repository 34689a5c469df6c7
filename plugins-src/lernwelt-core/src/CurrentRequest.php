<?php
/**
 * What the browser sent.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/** Reads a request as it came, without WordPress's slashes. */
final class CurrentRequest {

	/** Path and query as they were asked for. */
	public static function address(): string {
		return self::server( 'REQUEST_URI' );
	}

	/**
	 * A parameter of the address.
	 *
	 * @param string $name Name.
	 * @return string '' when it is missing or a list.
	 */
	public static function parameter( string $name ): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput.InputNotSanitized -- changes nothing; each reader checks the text.
		return isset( $_GET[ $name ] ) && is_string( $_GET[ $name ] ) ? wp_unslash( $_GET[ $name ] ) : '';
	}

	/**
	 * A variable of the server.
	 *
	 * @param string $name Name, e.g. `HTTP_ORIGIN`.
	 */
	public static function server( string $name ): string {
		// phpcs:ignore WordPress.Security.ValidatedSanitizedInput.InputNotSanitized -- each reader checks the text.
		return isset( $_SERVER[ $name ] ) && is_string( $_SERVER[ $name ] ) ? wp_unslash( $_SERVER[ $name ] ) : '';
	}
}
