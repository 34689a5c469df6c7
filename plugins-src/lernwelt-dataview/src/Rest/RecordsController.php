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
use Lernwelt\Core\Schemas;
use Lernwelt\Core\Viewer;
use Lernwelt\Dataview\Domain\Input;
use WP_REST_Request;
use WP_REST_Response;

/** GET /lernwelt/v1/data-views/{source}/records?ids=1,2: records as the server prints them, for the map. */
final class RecordsController extends SourceController {

	/** Records of one answer. */
	private const MOST = 200;

	/**
	 * @param Schemas     $schemas Schemas of this plugin.
	 * @param DataSources $sources Data sources of this portal.
	 * @param Closure(DataSource, list<int>, Viewer, ?list<string>): list<string> $printed Records as HTML: source, ids,
	 *                             who looks, field ids to show.
	 */
	public function __construct( Schemas $schemas, DataSources $sources, private readonly Closure $printed ) {
		parent::__construct( $schemas, $sources );
	}

	/** Registers the route. */
	public function register_routes(): void {
		$this->source_route( 'records', $this->read( ... ) );
	}

	protected function offers( DataSource $source ): bool {
		return true;
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @param DataSource                            $source
	 */
	private function read( WP_REST_Request $request, DataSource $source ): WP_REST_Response {
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
}
