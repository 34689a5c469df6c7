<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests;

use WP_REST_Request;
use WP_REST_Response;

/**
 * REST requests without a web server, as whoever is logged in: use log_in_as(), log_out() and go_to_portal() before.
 * For test cases of Lernwelt\Tests\IntegrationTestCase.
 */
trait RestRequests {

	use JsonSchemas;

	/**
	 * Sends a request through WordPress's REST server: permission, parameters and callback included.
	 *
	 * @param string               $method GET, POST, PUT, PATCH or DELETE.
	 * @param string               $path   Route, e.g. `/lernwelt/v1/portal-settings`.
	 * @param array<string, mixed> $values Query parameters for GET and DELETE, JSON body otherwise.
	 */
	protected function rest( string $method, string $path, array $values = [] ): WP_REST_Response {
		$request = new WP_REST_Request( $method, $path );
		if ( in_array( $method, [ 'GET', 'DELETE' ], true ) ) {
			$request->set_query_params( $values );
		} else {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( (string) wp_json_encode( (object) $values ) );
		}
		return rest_do_request( $request );
	}

	/**
	 * Asserts a successful answer that keeps to its schema.
	 *
	 * @param WP_REST_Response $response    Answer.
	 * @param string           $schema_file Path of the response's schema.
	 * @param int              $status      Expected status.
	 */
	protected function assert_answer( WP_REST_Response $response, string $schema_file, int $status = 200 ): void {
		self::assertSame( $status, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
		self::assert_matches_schema( $schema_file, $response->get_data() );
	}

	/**
	 * Asserts a refusal from the problem table.
	 *
	 * @param WP_REST_Response           $response Answer.
	 * @param string                     $code     Constant of Lernwelt\Core\Rest\Problems.
	 * @param int                        $status   Expected status.
	 * @param array<string, string>|null $fields   Expected field → reason code; null doesn't look.
	 */
	protected function assert_problem( WP_REST_Response $response, string $code, int $status, ?array $fields = null ): void {
		$data = $response->get_data();
		self::assertSame( [ "lernwelt_$code", $status ], [ $data['code'] ?? null, $response->get_status() ], (string) wp_json_encode( $data ) );
		self::assertNotSame( '', $data['message'] );
		if ( null !== $fields ) {
			self::assertSame( $fields, $data['data']['fields'] ?? [] );
		}
	}
}
