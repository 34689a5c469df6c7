<?php
/**
 * Single records over REST.
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
use Lernwelt\Core\Viewer;
use Lernwelt\Dataview\Domain\Input;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** GET /lernwelt/v1/data-views/{source}/records?ids=1,2: records as the server prints them, for the map. */
final class RecordsController extends Controller {
	private const SCHEMA = 'records';

	/** Records of one answer. */
	private const MOST = 200;

	/**
	 * @param Schemas     $schemas Schemas of this plugin.
	 * @param DataSources $sources Data sources of this portal.
	 * @param Closure(DataSource, list<int>, Viewer, ?list<string>): list<string> $printed Records as HTML: source, ids,
	 *                             who looks, field ids to show.
	 */
	public function __construct( Schemas $schemas, private readonly DataSources $sources, private readonly Closure $printed ) {
		parent::__construct( $schemas );
	}

	/** Registers the route. */
	public function register_routes(): void {
		$this->route( '/data-views/(?P<source>[a-z0-9-]+)/records', self::SCHEMA, [ 'GET' => [ $this->read( ... ), $this->may_read( ... ) ] ] );
	}

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
	private function read( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$source = $this->source( $request );
		if ( null === $source ) {
			return Problems::error( Problems::NOT_FOUND );
		}
		$query   = $request->get_query_params();
		$viewer  = Viewer::current();
		$columns = isset( $query['columns'] ) ? Input::texts( $query['columns'] ) : null;
		$records = ( $this->printed )( $source, self::ids( $query['ids'] ?? '' ), $viewer, $columns );
		$work    = static fn (): array => [ 'html' => self::html( $records ) ];
		return Revalidation::answer( $request, '', $work, $viewer->is_guest() );
	}

	/**
	 * @param list<string> $records One is itself, several are a list.
	 */
	private static function html( array $records ): string {
		if ( count( $records ) < 2 ) {
			return implode( '', $records );
		}
		return '<ul class="lw-dv__list lw-rows">' . implode( '', array_map( static fn ( string $record ): string => "<li>$record</li>", $records ) ) . '</ul>';
	}

	/**
	 * @param mixed $value `1,2,3`; whatever is no id is left out.
	 * @return list<int>
	 */
	private static function ids( mixed $value ): array {
		$parts = is_string( $value ) ? explode( ',', substr( $value, 0, 4000 ) ) : [];
		$ids   = array_filter( $parts, static fn ( string $part ): bool => 1 === preg_match( '/^[1-9][0-9]{0,17}$/D', $part ) );
		return array_slice( array_values( array_unique( array_map( intval( ... ), $ids ) ) ), 0, self::MOST );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function source( WP_REST_Request $request ): ?DataSource {
		$id = $request->get_url_params()['source'] ?? '';
		return is_string( $id ) ? $this->sources->get( $id ) : null;
	}
}
