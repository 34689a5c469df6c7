<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\InvalidSettings;
use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Rest\CsvResponse;
use Lernwelt\Core\Rest\Problems;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** A controller as a plugin would write it. */
final class DemoController extends Controller {

	public function register_routes(): void {
		$this->route(
			'/demo/(?P<id>\d+)',
			'settings',
			[
				'GET' => [ $this->read( ... ), $this->may_read( ... ) ],
				'PUT' => [ $this->write( ... ), $this->may_write( ... ), 'settings' ],
			]
		);
		$this->route( '/demo/table', 'table', [ 'GET' => [ static fn (): WP_REST_Response => new CsvResponse( 'demo.csv', static fn (): array => [ [ 'Straße', '=1+1' ], [ 'Markt', -1 ] ] ), $this->may_read( ... ) ] ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 * @return true|WP_Error
	 */
	public function may_read( WP_REST_Request $request ): bool|WP_Error {
		return $this->allowed( 'read' );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 * @return true|WP_Error
	 */
	public function may_write( WP_REST_Request $request ): bool|WP_Error {
		return $this->allowed( 'edit_post', (int) $request['id'] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	public function read( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return 404 === (int) $request['id'] ? Problems::error( Problems::NOT_FOUND ) : new WP_REST_Response( [ 'email' => 'a@example.org', 'count' => (int) $request['id'] ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	public function write( WP_REST_Request $request ): WP_REST_Response {
		if ( 9 === $request['count'] ) {
			throw new InvalidSettings( [ 'count' => 'taken' ] );
		}
		return new WP_REST_Response( [ 'email' => $request['email'], 'count' => $request['count'] ] );
	}
}
