<?php
/**
 * What can go wrong in a REST request.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Rest;

use LogicException;
use WP_Error;

/** The one table: code → HTTP status and sentence. */
final class Problems {

	public const UNAUTHENTICATED = 'unauthenticated';
	public const FORBIDDEN       = 'forbidden';
	public const NOT_FOUND       = 'not_found';
	public const CONFLICT        = 'conflict';
	public const INVALID         = 'invalid';
	public const TOO_MANY        = 'too_many_requests';

	private const STATUS = [
		self::UNAUTHENTICATED => 401,
		self::FORBIDDEN       => 403,
		self::NOT_FOUND       => 404,
		self::CONFLICT        => 409,
		self::INVALID         => 422,
		self::TOO_MANY        => 429,
	];

	/**
	 * The error to return from a callback. The response reads
	 * `{ "code": "lernwelt_invalid", "message": "…", "data": { "status": 422, "fields": { "email": "too_long" } } }`.
	 *
	 * @param string                $code   One of the constants.
	 * @param array<string, string> $fields Field → reason code, for `invalid` and `conflict`.
	 * @throws LogicException For a code that isn't in the table.
	 */
	public static function error( string $code, array $fields = [] ): WP_Error {
		$status = self::STATUS[ $code ] ?? throw new LogicException( "\"$code\" isn't in the problem table." );
		$data   = [ 'status' => $status ];
		if ( [] !== $fields ) {
			$data['fields'] = $fields;
		}
		return new WP_Error( 'lernwelt_' . $code, self::sentence( $code ), $data );
	}

	private static function sentence( string $code ): string {
		return match ( $code ) {
			self::UNAUTHENTICATED => __( 'Please log in first.', 'lernwelt-core' ),
			self::FORBIDDEN       => __( 'You do not have the permission to do this.', 'lernwelt-core' ),
			self::NOT_FOUND       => __( 'This does not exist or no longer exists.', 'lernwelt-core' ),
			self::CONFLICT        => __( 'Something has changed in the meantime. Please reload the page and try again.', 'lernwelt-core' ),
			self::INVALID         => __( 'Some entries are not correct. Please check the marked fields.', 'lernwelt-core' ),
			self::TOO_MANY        => __( 'Too many requests. Please try again later.', 'lernwelt-core' ),
			default               => __( 'The request could not be handled.', 'lernwelt-core' ),
		};
	}
}
