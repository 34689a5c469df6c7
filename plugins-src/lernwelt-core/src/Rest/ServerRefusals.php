<?php
/**
 * Refusals by WordPress's REST server.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Rest;

use Lernwelt\Core\SchemaCheck;
use WP_Error;
use WP_REST_Request;

/** Makes WordPress's own refusals speak like the problem table, on our routes only. */
final class ServerRefusals {

	/**
	 * Replaces the refusal of parameters (400) by ours (422 with field → reason code). WordPress looks at parameters
	 * before it asks for permission; we ask first, so that somebody without a right learns nothing else.
	 *
	 * @param mixed                                 $response Response or error so far.
	 * @param array<string, mixed>                  $handler  The route's endpoint.
	 * @param WP_REST_Request<array<string, mixed>> $request  Request.
	 * @return mixed
	 */
	public static function translate( mixed $response, array $handler, WP_REST_Request $request ): mixed {
		if ( ! $response instanceof WP_Error || ! str_starts_with( $request->get_route(), '/' . Controller::NAMESPACE . '/' ) ) {
			return $response;
		}
		if ( ! in_array( $response->get_error_code(), [ 'rest_invalid_param', 'rest_missing_callback_param' ], true ) ) {
			return $response;
		}
		$permission = $handler['permission_callback'] ?? null;
		$permitted  = is_callable( $permission ) ? $permission( $request ) : true;

		return $permitted instanceof WP_Error ? $permitted : Problems::error( Problems::INVALID, SchemaCheck::fields_of( $response ) );
	}
}
