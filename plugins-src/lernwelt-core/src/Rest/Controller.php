<?php
/**
 * Basis of the REST controllers.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Rest;

use Closure;
use Lernwelt\Core\InvalidSettings;
use Lernwelt\Core\Schemas;
use Lernwelt\Core\Viewer;
use WP_Error;
use WP_REST_Controller;
use WP_REST_Request;
use WP_REST_Response;

/**
 * A controller lists its routes in register_routes() with route(); every route has a permission method that asks
 * allowed() for a capability, and schemas for request and response.
 */
abstract class Controller extends WP_REST_Controller {

	/** Namespace of all routes. */
	public const NAMESPACE = 'lernwelt/v1';

	/**
	 * @param Schemas $schemas Schemas of the plugin.
	 */
	public function __construct( protected readonly Schemas $schemas ) {
		$this->namespace = self::NAMESPACE;
	}

	/**
	 * Registers one path with its verbs.
	 *
	 * @param non-falsy-string   $path      Pattern, e.g. `/places/(?P<id>\d+)`.
	 * @param string             $response  Name of the response's schema.
	 * @param array<string, array{0: Closure(WP_REST_Request<array<string, mixed>>): (WP_REST_Response|WP_Error), 1: Closure(WP_REST_Request<array<string, mixed>>): (true|WP_Error), 2?: string}> $verbs
	 *                                      Verb → callback, permission, name of the request's schema if it has parameters.
	 */
	protected function route( string $path, string $response, array $verbs ): void {
		$endpoints = [ 'schema' => fn (): array => $this->schemas->get( $response ) ];
		foreach ( $verbs as $verb => $parts ) {
			$endpoints[] = [
				'methods'             => $verb,
				'callback'            => self::guarded( $parts[0] ),
				'permission_callback' => $parts[1],
				'args'                => isset( $parts[2] ) ? $this->arguments( $parts[2] ) : [],
			];
		}
		register_rest_route( self::NAMESPACE, $path, $endpoints );
	}

	/**
	 * Asks whether the caller has a capability.
	 *
	 * @param string     $capability Capability.
	 * @param int|string ...$ids     The object it is about.
	 * @return true|WP_Error 401 for guests, 403 for everybody else without the right.
	 */
	protected function allowed( string $capability, int|string ...$ids ): bool|WP_Error {
		if ( current_user_can( $capability, ...$ids ) ) {
			return true;
		}
		return Problems::error( Viewer::current()->is_guest() ? Problems::UNAUTHENTICATED : Problems::FORBIDDEN );
	}

	/**
	 * Parameters of a request by its schema.
	 *
	 * @param string $name Name of a schema of type object.
	 * @return array<string, array<string, mixed>>
	 */
	private function arguments( string $name ): array {
		$schema    = $this->schemas->get( $name );
		$arguments = rest_get_endpoint_args_for_schema( $schema );
		foreach ( $schema['required'] ?? [] as $field ) {
			$arguments[ $field ]['required'] = true;
		}
		return $arguments;
	}

	/**
	 * Turns refusals of the use case into answers.
	 *
	 * @param Closure(WP_REST_Request<array<string, mixed>>): (WP_REST_Response|WP_Error) $callback Callback.
	 * @return Closure(WP_REST_Request<array<string, mixed>>): (WP_REST_Response|WP_Error)
	 */
	private static function guarded( Closure $callback ): Closure {
		return static function ( WP_REST_Request $request ) use ( $callback ): WP_REST_Response|WP_Error {
			try {
				return $callback( $request );
			} catch ( InvalidSettings $refused ) {
				return Problems::error( Problems::INVALID, $refused->errors );
			}
		};
	}
}
