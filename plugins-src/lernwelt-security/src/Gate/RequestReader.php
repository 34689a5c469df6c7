<?php
/**
 * The request that is being answered.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Gate;

use Lernwelt\Core\CurrentRequest;
use Lernwelt\Security\Domain\Gate\Request;

/** Reads the request as the gate sees it. */
final class RequestReader {

	/** What is asked for, by which names, and whether this machine itself asks. */
	public static function read(): Request {
		// phpcs:disable WordPress.Security.NonceVerification -- nothing is changed, only names are looked at.
		$parameters = array_map( 'strval', array_merge( array_keys( $_GET ), array_keys( $_POST ) ) );
		// phpcs:enable
		return new Request( CurrentRequest::address(), CurrentRequest::server( 'SCRIPT_NAME' ), CurrentRequest::server( 'REQUEST_METHOD' ), $parameters, self::is_local() );
	}

	/** Whether this machine itself asks: it runs the scheduled tasks. Behind a proxy everybody would look like it. */
	private static function is_local(): bool {
		return in_array( CurrentRequest::server( 'REMOTE_ADDR' ), [ '127.0.0.1', '::1' ], true )
			&& '' === CurrentRequest::server( 'HTTP_X_FORWARDED_FOR' ) . CurrentRequest::server( 'HTTP_FORWARDED' ) . CurrentRequest::server( 'HTTP_X_REAL_IP' ) . CurrentRequest::server( 'HTTP_VIA' );
	}
}
