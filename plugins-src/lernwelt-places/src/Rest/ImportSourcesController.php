<?php
/**
 * Saved sources over REST.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Rest;

use Closure;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use Lernwelt\Places\Application\Sources\ImportSource;
use Lernwelt\Places\Application\Sources\ImportSources;
use Lernwelt\Places\Domain\Import\Format;
use Lernwelt\Places\Domain\Import\InvalidMapping;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Reading\Location;
use Lernwelt\Places\Reading\LocationKind;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** /lernwelt/v1/place-imports/sources: mapping, address and schedule of each source. */
final class ImportSourcesController extends ImportController {

	/**
	 * @param Schemas                     $schemas  Schemas of this plugin.
	 * @param ImportSources               $sources  Keeps them.
	 * @param Closure(string): bool       $allowed  Whether imports may fetch from a host.
	 * @param Closure(ImportSource): ?int $next_run Unix time of the next scheduled run.
	 */
	public function __construct( Schemas $schemas, private readonly ImportSources $sources, private readonly Closure $allowed, private readonly Closure $next_run ) {
		parent::__construct( $schemas );
	}

	/** Registers the routes. */
	public function register_routes(): void {
		$this->route( '/place-imports/sources', 'import-sources', [ 'GET' => [ $this->list( ... ), $this->may_read( ... ) ] ] );
		$this->route(
			'/place-imports/sources/(?P<source>[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?)',
			'import-source',
			[
				'GET'    => [ $this->read( ... ), $this->may_read( ... ) ],
				'PUT'    => [ $this->write( ... ), $this->may_import( ... ), 'import-source-request' ],
				'DELETE' => [ $this->delete( ... ), $this->may_import( ... ) ],
			]
		);
	}

	private function list(): WP_REST_Response {
		return new WP_REST_Response( [ 'items' => array_map( $this->answer( ... ), $this->sources->all() ) ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function read( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$source = $this->sources->find( (string) $request->get_param( 'source' ) );
		return null === $source ? Problems::error( Problems::NOT_FOUND ) : new WP_REST_Response( $this->answer( $source ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function write( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$source = new ImportSource(
			(string) $request->get_url_params()['source'],
			trim( (string) $request->get_param( 'label' ) ),
			trim( (string) $request->get_param( 'url' ) ),
			(string) $request->get_param( 'interval' ),
			(array) $request->get_param( 'mapping' ),
			get_current_user_id()
		);
		$problems = $this->problems( $source );
		if ( [] !== $problems ) {
			return Problems::error( Problems::INVALID, $problems );
		}
		$this->sources->save( $source );
		return new WP_REST_Response( $this->answer( $source ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function delete( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$source = $this->sources->find( (string) $request->get_param( 'source' ) );
		if ( null === $source ) {
			return Problems::error( Problems::NOT_FOUND );
		}
		$this->sources->delete( $source->source );
		return new WP_REST_Response( $this->answer( $source ) );
	}

	/** @return array<string, string> Field → reason code; paths of the mapping begin with `mapping.`. */
	private function problems( ImportSource $source ): array {
		$problems = [];
		if ( '' === $source->label ) {
			$problems['label'] = 'required';
		}
		if ( '' !== $source->url ) {
			$host = wp_parse_url( $source->url, PHP_URL_HOST );
			if ( LocationKind::Url !== Location::of( $source->url )->kind || ! is_string( $host ) ) {
				$problems['url'] = 'bad_address';
			} elseif ( ! ( $this->allowed )( strtolower( $host ) ) ) {
				$problems['url'] = 'host_not_allowed';
			}
		} elseif ( 'never' !== $source->interval ) {
			$problems['url'] = 'required';
		}
		if ( null === $this->sources->find( $source->source ) && $this->sources->is_full() ) {
			$problems['source'] = 'too_many';
		}
		try {
			if ( Format::Table === Mapping::from( $source->mapping )->format ) {
				$problems['mapping.format'] = 'not_allowed';
			}
		} catch ( InvalidMapping $invalid ) {
			foreach ( $invalid->problems as $path => $reason ) {
				$problems[ "mapping.$path" ] = $reason;
			}
		}
		return $problems;
	}

	/** @return array<string, mixed> */
	private function answer( ImportSource $source ): array {
		$next = ( $this->next_run )( $source );
		return [
			'source'      => $source->source,
			'label'       => $source->label,
			'url'         => $source->url,
			'interval'    => $source->interval,
			'mapping'     => MappingJson::of( $source->mapping ),
			'next_run_at' => null === $next ? null : self::iso( $next ),
		];
	}
}
