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
	 * Replaces the refusal of parameters (400) by ours (422 with field → reason code).
	 *
	 * @param mixed                                 $response Response or error so far.
	 * @param WP_REST_Request<array<string, mixed>> $request  Request.
	 * @return mixed
	 */
	public static function translate( mixed $response, WP_REST_Request $request ): mixed {
		if ( ! $response instanceof WP_Error || ! str_starts_with( $request->get_route(), '/' . Controller::NAMESPACE . '/' ) ) {
			return $response;
		}
		return match ( $response->get_error_code() ) {
			'rest_invalid_param', 'rest_missing_callback_param' => Problems::error( Problems::INVALID, SchemaCheck::fields_of( $response ) ),
			default => $response,
		};
	}
}
