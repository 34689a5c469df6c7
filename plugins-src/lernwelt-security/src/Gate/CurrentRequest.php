<?php
/**
 * The request that is being answered.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Gate;

use Lernwelt\Security\Domain\Gate\Request;

/** Reads what the web server says, without WordPress's slashes. */
final class CurrentRequest {

	/** The request as the gate sees it. */
	public static function request(): Request {
		// phpcs:disable WordPress.Security.NonceVerification -- nothing is changed, only names are looked at.
		$parameters = array_map( 'strval', array_merge( array_keys( $_GET ), array_keys( $_POST ) ) );
		// phpcs:enable
		return new Request( self::server( 'REQUEST_URI' ), self::server( 'SCRIPT_NAME' ), self::server( 'REQUEST_METHOD' ), $parameters, self::is_local() );
	}

	/**
	 * A variable of the server.
	 *
	 * @param string $name Name, e.g. `HTTP_RANGE`.
	 */
	public static function server( string $name ): string {
		// phpcs:ignore WordPress.Security.ValidatedSanitizedInput.InputNotSanitized -- each reader checks the text.
		return isset( $_SERVER[ $name ] ) && is_string( $_SERVER[ $name ] ) ? wp_unslash( $_SERVER[ $name ] ) : '';
	}

	/** Whether this machine itself asks: it runs the scheduled tasks. Behind a proxy everybody would look like it. */
	private static function is_local(): bool {
		return in_array( self::server( 'REMOTE_ADDR' ), [ '127.0.0.1', '::1' ], true )
			&& '' === self::server( 'HTTP_X_FORWARDED_FOR' ) . self::server( 'HTTP_FORWARDED' ) . self::server( 'HTTP_X_REAL_IP' ) . self::server( 'HTTP_VIA' );
	}
}
