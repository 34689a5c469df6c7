<?php
/**
 * Basis of what is asked of one data source.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Rest;

use Closure;
use Lernwelt\Core\Data\DataSource;
use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** Routes below /lernwelt/v1/data-views/{source}/. Everybody may ask; who may see what is up to the source. */
abstract class SourceController extends Controller {

	/**
	 * @param Schemas     $schemas Schemas of this plugin.
	 * @param DataSources $sources Data sources of this portal.
	 */
	public function __construct( Schemas $schemas, private readonly DataSources $sources ) {
		parent::__construct( $schemas );
	}

	/**
	 * Registers a route that reads; a source this portal doesn't have, or that isn't offered, is not found.
	 *
	 * @param literal-string&non-falsy-string $name Last part of the address, and name of the response's schema.
	 * @param Closure(WP_REST_Request<array<string, mixed>>, DataSource): WP_REST_Response $read Makes the answer.
	 */
	protected function source_route( string $name, Closure $read ): void {
		$answer = function ( WP_REST_Request $request ) use ( $read ): WP_REST_Response|WP_Error {
			$source = $this->source( $request );
			return null === $source ? Problems::error( Problems::NOT_FOUND ) : $read( $request, $source );
		};
		$this->route( "/data-views/(?P<source>[a-z0-9-]+)/$name", $name, [ 'GET' => [ $answer, $this->may_read( ... ) ] ] );
	}

	/**
	 * Whether a source can be asked here.
	 *
	 * @param DataSource $source A source of this portal.
	 */
	abstract protected function offers( DataSource $source ): bool;

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return true|WP_Error
	 */
	private function may_read( WP_REST_Request $request ): bool|WP_Error {
		return null === $this->source( $request ) ? Problems::error( Problems::NOT_FOUND ) : true;
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function source( WP_REST_Request $request ): ?DataSource {
		$id     = $request->get_url_params()['source'] ?? '';
		$source = is_string( $id ) ? $this->sources->get( $id ) : null;
		return null !== $source && $this->offers( $source ) ? $source : null;
	}
}
